package lathe.clean.engine;

import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.data.Document;
import lathe.data.Message;

/** Makes a list of rules' changes to records, one rule after another, and keeps what they were. Used by one thread. */
final class Editor {
    private final List<RuleSet.Placed<Edit>> edits;
    private final Changes changes = new Changes();
    private List<EditScript.Step> steps = new ArrayList<>();

    Editor(List<RuleSet.Placed<Edit>> edits) {
        this.edits = edits;
    }

    /** The record after all edits; the same object where nothing changed. */
    Document edit(Document document) {
        steps = new ArrayList<>();
        return document.isConversation() ? conversation(document) : text(document);
    }

    /** What was changed in the record that was edited last. */
    EditScript script() {
        return new EditScript(steps);
    }

    private Document text(Document document) {
        String before = document.content();
        String after = edited(before, 0);
        return after.equals(before) ? document : document.withText(after);
    }

    private Document conversation(Document document) {
        List<Message> messages = new ArrayList<>(document.messages());
        for (int part = 0; part < messages.size(); part++) {
            Message message = messages.get(part);
            messages.set(part, new Message(message.role(), edited(message.content(), part)));
        }
        return messages.equals(document.messages())
                ? document
                : new Document(document.id(), document.source(), null, messages, document.meta());
    }

    private String edited(String before, int part) {
        String text = before;
        for (RuleSet.Placed<Edit> edit : edits) {
            changes.clear();
            edit.rule().edit(text, changes);
            if (!changes.isEmpty()) {
                steps.add(new EditScript.Step(edit.place(), part, changes.all()));
                text = changes.applyTo(text);
            }
        }
        return text;
    }
}
