package lathe.text.chat;

import java.util.ArrayList;
import java.util.List;
import lathe.data.Message;
import lathe.run.Failure;
import lathe.text.jinja.Rendered.Span;

/**
 * Where the answers stand in what a template made that does not mark them. An answer is what comes between the text
 * that the model is asked with, the messages before it and the opening of an answer, and the text up to and with it.
 */
final class Answers {
    /** Renders some messages. */
    @FunctionalInterface
    interface Renderer {
        String render(List<Message> messages, boolean addGenerationPrompt) throws Failure;
    }

    private final Renderer renderer;
    private final String whole;
    private final String endOfText;

    Answers(Renderer renderer, String whole, String endOfText) {
        this.renderer = renderer;
        this.whole = whole;
        this.endOfText = endOfText;
    }

    /** The answers, in order. Throws where the template writes a turn differently once others follow. */
    List<Span> in(List<Message> messages) throws Failure {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).role().equals("assistant")) {
                spans.add(answer(messages, i));
            }
        }
        return spans;
    }

    private Span answer(List<Message> messages, int index) throws Failure {
        String asked = index == 0 ? "" : renderer.render(messages.subList(0, index), true);
        String answered = renderer.render(messages.subList(0, index + 1), false);
        if (!whole.startsWith(answered) && answered.endsWith(endOfText)) {
            // some templates end a whole conversation with the end-of-text token, and only there
            answered = answered.substring(0, answered.length() - endOfText.length());
        }
        if (!whole.startsWith(asked) || !whole.startsWith(answered) || answered.length() < asked.length()) {
            throw Failure.badInput(
                    "The template does not tell answers from prompts: it writes turn " + (index + 1)
                            + " in another way when others follow, or when an answer is asked for",
                    "template",
                    "put {% generation %} and {% endgeneration %} around what it writes for an answer",
                    "or choose another template");
        }
        return new Span(asked.length(), answered.length());
    }
}
