package lathe.clean.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Changes;

/**
 * What the rules changed in a record, rule after rule. Stored as numbers of seven bits a byte and UTF-8.
 *
 * @param steps in the order in which they were made
 */
public record EditScript(List<Step> steps) {

    /**
     * What one rule changed in one text.
     *
     * @param place of the rule in the list
     * @param part the text: number of the turn of a conversation, else 0
     * @param changes in the text as the rule found it
     */
    public record Step(int place, int part, List<Changes.Change> changes) {}

    /** The record's text as it was before the edits are undone from behind, or made: see {@link #apply}. */
    public static String apply(String text, Step step) {
        Changes changes = new Changes();
        step.changes().forEach(change -> changes.replace(change.from(), change.to(), change.with()));
        return changes.applyTo(text);
    }

    /** As bytes. */
    byte[] encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            number(out, steps.size());
            for (Step step : steps) {
                number(out, step.place());
                number(out, step.part());
                number(out, step.changes().size());
                int at = 0;
                for (Changes.Change change : step.changes()) {
                    byte[] with = change.with().getBytes(StandardCharsets.UTF_8);
                    number(out, change.from() - at);
                    number(out, change.to() - change.from());
                    number(out, with.length);
                    out.write(with);
                    at = change.to();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** Out of bytes. */
    static EditScript decoded(byte[] bytes) {
        List<Step> steps = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int left = bytes.length == 0 ? 0 : number(in); left > 0; left--) {
                steps.add(new Step(number(in), number(in), changes(in)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a script of edits ends early", e);
        }
        return new EditScript(List.copyOf(steps));
    }

    private static List<Changes.Change> changes(DataInputStream in) throws IOException {
        List<Changes.Change> changes = new ArrayList<>();
        int at = 0;
        for (int left = number(in); left > 0; left--) {
            int from = at + number(in);
            at = from + number(in);
            changes.add(new Changes.Change(from, at, new String(in.readNBytes(number(in)), StandardCharsets.UTF_8)));
        }
        return List.copyOf(changes);
    }

    private static void number(DataOutputStream out, int value) throws IOException {
        int rest = value;
        while (rest > 0x7F) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static int number(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }
}
