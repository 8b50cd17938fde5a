package lathe.text;

import java.util.ArrayList;
import java.util.List;
import lathe.data.Message;

/** No marks at all: each turn ends with a line's end, each response with the end-of-text token. */
final class PlainTemplate implements ChatTemplate {

    @Override
    public List<Segment> render(List<Message> messages, boolean addGenerationPrompt) {
        List<Segment> segments = new ArrayList<>();
        StringBuilder prompt = new StringBuilder();
        for (Message turn : Turns.joined(messages)) {
            if (turn.role().equals(Turns.ASSISTANT)) {
                addPrompt(segments, prompt);
                segments.add(new Segment(turn.content(), true));
            } else {
                prompt.append(turn.content()).append('\n');
            }
        }
        if (addGenerationPrompt) {
            addPrompt(segments, prompt);
        }
        return segments;
    }

    private static void addPrompt(List<Segment> segments, StringBuilder prompt) {
        if (!prompt.isEmpty()) {
            segments.add(new Segment(prompt.toString(), false));
            prompt.setLength(0);
        }
    }
}
