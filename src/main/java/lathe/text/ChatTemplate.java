package lathe.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.data.Message;
import lathe.recipe.Nearest;
import lathe.run.Failure;

/**
 * How a conversation becomes text. The one renderer: training, evaluation, generation and the window's "what the model
 * will see" all use it.
 *
 * <p>Two user turns in a row are an instruction and its input. Only Alpaca tells them apart; the others put them on
 * lines of one turn. What a tool answered, role {@code tool}, is a turn of its own in ChatML, input in Alpaca, and a
 * line of the prompt in the plain format; no loss is taken on it.
 */
public interface ChatTemplate {

    /**
     * The segments of a conversation, in order.
     *
     * @param addGenerationPrompt whether the text ends with the opening of an answer that is to be written
     */
    List<Segment> render(List<Message> messages, boolean addGenerationPrompt);

    /** The template of that name: alpaca, chatml or plain. */
    static ChatTemplate named(String name) throws Failure {
        Map<String, ChatTemplate> known = new TreeMap<>(
                Map.of("alpaca", new AlpacaTemplate(), "chatml", new ChatMlTemplate(), "plain", new PlainTemplate()));
        ChatTemplate template = known.get(name);
        if (template == null) {
            throw Failure.badInput("No such template: " + name, "template", Nearest.hint(name, known.keySet()));
        }
        return template;
    }
}
