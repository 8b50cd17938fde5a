package lathe.clean.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.data.Document;
import lathe.data.Message;
import lathe.run.Randoms;
import org.junit.jupiter.api.Test;

/** What was edited is known exactly: a script leads from the record as it was to the record as it is. */
class EditScriptTest {
    private static final Edit CROSS_OUT = (text, changes) -> {
        for (int at = text.indexOf('x'); at >= 0; at = text.indexOf('x', at + 1)) {
            changes.replace(at, at + 1, "");
        }
    };
    private static final Edit DOUBLE = (text, changes) -> {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '木') {
                changes.replace(at, at + 1, "木木");
            }
        }
    };

    @Test
    void aScriptComesBackFromItsBytes() {
        Random random = Randoms.stream(1, "scripts");
        for (int i = 0; i < 500; i++) {
            EditScript script = random(random);

            assertEquals(script, EditScript.decoded(script.encoded()));
        }
        assertEquals(new EditScript(List.of()), EditScript.decoded(new byte[0]));
    }

    @Test
    void eachRuleSeesWhatTheOneBeforeItLeft() {
        Editor editor = new Editor(List.of(new RuleSet.Placed<>(0, CROSS_OUT), new RuleSet.Placed<>(2, DOUBLE)));

        Document edited = editor.edit(Document.text("1", "s", "axb木x"));

        assertEquals("ab木木", edited.text());
        assertEquals(2, editor.script().steps().size());
        assertEquals(
                List.of(new Changes.Change(2, 3, "木木")),
                editor.script().steps().get(1).changes());
        String text = "axb木x";
        for (EditScript.Step step : editor.script().steps()) {
            text = EditScript.apply(text, step);
        }
        assertEquals(edited.text(), text);
    }

    @Test
    void theTurnsOfAConversationAreEditedOneByOne() {
        Editor editor = new Editor(List.of(new RuleSet.Placed<>(1, CROSS_OUT)));
        Document chat = Document.conversation(
                "1",
                "s",
                List.of(new Message("user", "ok"), new Message("assistant", "x-ray"), new Message("user", "")));

        Document edited = editor.edit(chat);

        assertEquals("-ray", edited.messages().get(1).content());
        assertEquals(1, editor.script().steps().get(0).part());
        assertEquals(1, editor.script().steps().size());
    }

    @Test
    void whatNoRuleTouchesStaysTheSameObject() {
        Document document = Document.text("1", "s", "plain");

        assertEquals(document, new Editor(List.of(new RuleSet.Placed<>(0, CROSS_OUT))).edit(document));
    }

    private static EditScript random(Random random) {
        List<EditScript.Step> steps = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<Changes.Change> changes = new ArrayList<>();
            int at = 0;
            for (int j = random.nextInt(5); j > 0; j--) {
                int from = at + random.nextInt(100_000);
                at = from + random.nextInt(300);
                changes.add(new Changes.Change(from, at, "é中😀".substring(0, random.nextInt(3))));
            }
            steps.add(new EditScript.Step(random.nextInt(200), random.nextInt(70_000), changes));
        }
        return new EditScript(steps);
    }
}
