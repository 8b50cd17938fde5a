package lathe.text;

import java.util.ArrayList;
import java.util.List;
import lathe.data.Message;

/** OpenAI's ChatML, as Qwen and others use it: every turn between {@code <|im_start|>role} and {@code <|im_end|>}. */
final class ChatMlTemplate implements ChatTemplate {
    private static final String START = "<|im_start|>";
    private static final String END = "<|im_end|>";

    @Override
    public List<Segment> render(List<Message> messages, boolean addGenerationPrompt) {
        List<Segment> segments = new ArrayList<>();
        StringBuilder prompt = new StringBuilder();
        for (Message turn : Turns.joined(messages)) {
            prompt.append(START).append(turn.role()).append('\n');
            if (turn.role().equals(Turns.ASSISTANT)) {
                segments.add(new Segment(prompt.toString(), false));
                segments.add(new Segment(turn.content() + END, true));
                prompt.setLength(0);
            } else {
                prompt.append(turn.content()).append(END);
            }
            prompt.append('\n');
        }
        if (addGenerationPrompt) {
            segments.add(new Segment(prompt + START + Turns.ASSISTANT + "\n", false));
        }
        return segments;
    }
}
