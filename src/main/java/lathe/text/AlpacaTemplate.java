package lathe.text;

import java.util.ArrayList;
import java.util.List;
import lathe.data.Message;

/**
 * The format of Stanford Alpaca: a preamble, then headed blocks. A system message takes the preamble's place; later
 * turns have no preamble. What a tool answered is input.
 */
final class AlpacaTemplate implements ChatTemplate {
    private static final String WITHOUT_INPUT = "Below is an instruction that describes a task. "
            + "Write a response that appropriately completes the request.";
    private static final String WITH_INPUT =
            "Below is an instruction that describes a task, paired with an input that provides further context. "
                    + "Write a response that appropriately completes the request.";
    private static final String BLANK_LINE = "\n\n";

    @Override
    public List<Segment> render(List<Message> messages, boolean addGenerationPrompt) {
        List<Segment> segments = new ArrayList<>();
        List<Message> asked = new ArrayList<>();
        for (Message message : messages) {
            if (message.role().equals(Turns.ASSISTANT)) {
                segments.add(new Segment(prompt(asked, segments.isEmpty()), false));
                segments.add(new Segment(message.content(), true));
                asked.clear();
            } else {
                asked.add(message);
            }
        }
        if (addGenerationPrompt) {
            segments.add(new Segment(prompt(asked, segments.isEmpty()), false));
        }
        return segments;
    }

    private static String prompt(List<Message> asked, boolean first) {
        List<String> blocks = new ArrayList<>();
        List<String> system = contents(asked, Turns.SYSTEM);
        List<String> instruction = contents(asked, Turns.USER);
        List<String> input = input(asked);
        if (!system.isEmpty()) {
            blocks.add(String.join("\n", system));
        } else if (first) {
            blocks.add(input.isEmpty() ? WITHOUT_INPUT : WITH_INPUT);
        }
        if (!instruction.isEmpty()) {
            blocks.add("### Instruction:\n" + instruction.get(0));
        }
        if (!input.isEmpty()) {
            blocks.add("### Input:\n" + String.join("\n", input));
        }
        blocks.add("### Response:\n");
        return (first ? "" : BLANK_LINE) + String.join(BLANK_LINE, blocks);
    }

    /** All that is neither the system's word nor the first of the user's. */
    private static List<String> input(List<Message> asked) {
        List<String> input = new ArrayList<>();
        boolean instructed = false;
        for (Message message : asked) {
            if (message.role().equals(Turns.USER) && !instructed) {
                instructed = true;
            } else if (!message.role().equals(Turns.SYSTEM)) {
                input.add(message.content());
            }
        }
        return input;
    }

    private static List<String> contents(List<Message> messages, String role) {
        return messages.stream()
                .filter(message -> message.role().equals(role))
                .map(Message::content)
                .toList();
    }
}
