package lathe.ui.step.clean.privacy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lathe.clean.engine.EditScript;
import lathe.clean.engine.Measurements;
import lathe.clean.rule.Changes;
import lathe.data.Document;
import lathe.recipe.EditRules;
import lathe.recipe.PersonalKind;
import lathe.recipe.SettingsTable;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.ui.step.clean.trial.Trial;

/** What the personal-information rule found in a sample, by kind. */
final class PrivacyAudit {
    private static final int MOST_EXAMPLES = 40;

    private final Map<PersonalKind, Kind> kinds = new EnumMap<>(PersonalKind.class);
    private final Kind other = new Kind(Optional.empty());
    private int records;

    /** What was found of a kind. */
    static final class Kind {
        private final Optional<PersonalKind> kind;
        private final List<Example> examples = new ArrayList<>();
        private int spans;
        private int records;
        private int last = -1;

        private Kind(Optional<PersonalKind> kind) {
            this.kind = kind;
        }

        /** The kind; empty where the replacement does not tell. */
        Optional<PersonalKind> kind() {
            return kind;
        }

        int spans() {
            return spans;
        }

        int records() {
            return records;
        }

        List<Example> examples() {
            return examples;
        }

        private void add(int record, String before, Changes.Change change) {
            spans++;
            records += last == record ? 0 : 1;
            last = record;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(new Example(record, before, change));
            }
        }
    }

    /** A span in the text as the rule found it. */
    record Example(int record, String before, Changes.Change change) {}

    private PrivacyAudit() {}

    /** Looks through a sample. Kinds are told by the tags that replace them. */
    static PrivacyAudit of(Trial trial, RunContext context) throws IOException, RunCancelledException {
        PrivacyAudit audit = new PrivacyAudit();
        Measurements measured = trial.sample().measured();
        for (int record = 0; record < measured.size(); record++) {
            context.checkCancelled();
            EditScript script = measured.edits(record);
            if (script.steps().stream().anyMatch(step -> isPrivacy(trial, step))) {
                audit.records++;
                audit.add(trial, record, script);
            }
        }
        return audit;
    }

    private static boolean isPrivacy(Trial trial, EditScript.Step step) {
        return trial.rules().get(step.place()) instanceof EditRules.PersonalInformation;
    }

    private void add(Trial trial, int record, EditScript script) throws IOException {
        Document original = trial.sample().original(record);
        List<String> parts = new ArrayList<>();
        if (original.isConversation()) {
            original.messages().forEach(message -> parts.add(message.content()));
        } else {
            parts.add(original.content());
        }
        for (EditScript.Step step : script.steps()) {
            String before = parts.get(step.part());
            if (isPrivacy(trial, step)) {
                step.changes().forEach(change -> kindOf(change).add(record, before, change));
            }
            parts.set(step.part(), EditScript.apply(before, step));
        }
    }

    private Kind kindOf(Changes.Change change) {
        String tag = change.with().toLowerCase(Locale.ROOT).replace('_', '-');
        PersonalKind found = null;
        for (PersonalKind kind : PersonalKind.values()) {
            String word = SettingsTable.word(kind);
            boolean longer =
                    found == null || word.length() > SettingsTable.word(found).length();
            if (longer && tag.contains(word)) {
                found = kind;
            }
        }
        PersonalKind kind = found;
        return kind == null ? other : kinds.computeIfAbsent(kind, made -> new Kind(Optional.of(made)));
    }

    /** How many records had anything. */
    int records() {
        return records;
    }

    /** The kinds that were found, most first. */
    List<Kind> kinds() {
        List<Kind> all = new ArrayList<>(kinds.values());
        all.sort(java.util.Comparator.comparing((Kind kind) -> -kind.spans()));
        if (other.spans() > 0) {
            all.add(other);
        }
        return all;
    }
}
