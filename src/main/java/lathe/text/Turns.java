package lathe.text;

import java.util.ArrayList;
import java.util.List;
import lathe.data.Message;

/** Conversations with one turn per speaker at a time. */
final class Turns {
    static final String USER = "user";
    static final String ASSISTANT = "assistant";
    static final String SYSTEM = "system";

    private Turns() {}

    /** Puts neighbouring messages of one role on lines of one message. */
    static List<Message> joined(List<Message> messages) {
        List<Message> turns = new ArrayList<>();
        for (Message message : messages) {
            int last = turns.size() - 1;
            if (last >= 0 && turns.get(last).role().equals(message.role())) {
                String both = turns.get(last).content() + "\n" + message.content();
                turns.set(last, new Message(message.role(), both));
            } else {
                turns.add(message);
            }
        }
        return turns;
    }
}
