package lathe.ingest.preset;

import java.util.List;
import java.util.Set;
import lathe.recipe.Nearest;
import lathe.run.Failure;

/** The fields of a record to which columns are mapped by hand, and which of them together make one. */
final class MappedFields {
    static final String TEXT = "text";
    static final String MESSAGES = "messages";
    static final String INSTRUCTION = "instruction";
    static final String INPUT = "input";
    static final String OUTPUT = "output";
    static final String CHOSEN = "chosen";
    static final String REJECTED = "rejected";

    private static final String ROLE = "role";
    private static final String CONTENT = "content";

    /** What each field is also called. */
    private static final List<List<String>> ALIASES =
            List.of(List.of(INSTRUCTION, "prompt"), List.of(OUTPUT, "response", "completion"));

    private static final List<String> KNOWN = List.of(
            "id",
            TEXT,
            MESSAGES,
            ROLE,
            CONTENT,
            Exchange.SYSTEM,
            Exchange.HISTORY,
            INSTRUCTION,
            "prompt",
            INPUT,
            OUTPUT,
            "response",
            "completion",
            CHOSEN,
            REJECTED);

    private MappedFields() {}

    /** The one name of a field that has several. */
    static String canonical(String field) {
        return ALIASES.stream()
                .filter(names -> names.contains(field))
                .map(names -> names.get(0))
                .findFirst()
                .orElse(field);
    }

    /** Whether the field names a column of the row; role and content name keys within messages. */
    static boolean isColumn(String field) {
        return !Set.of(ROLE, CONTENT, "id").contains(field);
    }

    /** Refuses names that records do not have, and mappings that make no record. */
    static void check(Set<String> fields) throws Failure {
        for (String field : fields) {
            if (!KNOWN.contains(field)) {
                throw Failure.badInput("Records have no field " + field, "map." + field, Nearest.hint(field, KNOWN));
            }
        }
        Set<String> has =
                fields.stream().map(MappedFields::canonical).collect(java.util.stream.Collectors.toUnmodifiableSet());
        if (!makesRecord(has)) {
            throw Failure.badInput(
                    "The mapping makes no record",
                    "map",
                    "map text; or messages (with role and content, if they are called otherwise);"
                            + " or instruction and output; or chosen and rejected, with the prompt if it is apart");
        }
        refuseTwoRecords(has);
    }

    private static boolean makesRecord(Set<String> has) {
        boolean pair = has.contains(CHOSEN) && has.contains(REJECTED);
        boolean exchange = has.contains(INSTRUCTION) && has.contains(OUTPUT);
        return has.contains(TEXT) || has.contains(MESSAGES) || pair || exchange;
    }

    private static void refuseTwoRecords(Set<String> has) throws Failure {
        int kinds = 0;
        for (String kind : List.of(TEXT, MESSAGES, INSTRUCTION)) {
            kinds += has.contains(kind) ? 1 : 0;
        }
        boolean half = has.contains(CHOSEN) != has.contains(REJECTED);
        if (kinds > 1 || half || (has.contains(TEXT) && has.contains(CHOSEN))) {
            throw Failure.badInput(
                    "The mapping does not fit together",
                    "map",
                    half ? "chosen and rejected go together" : "map one of text, messages and instruction");
        }
    }
}
