package lathe.text.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.data.Document;
import lathe.recipe.TrainStage.LossOn;
import lathe.recipe.TrainStage.Task;
import lathe.run.Failure;
import lathe.text.Tokenizer;

/**
 * Records as a training stage reads them: the arrays that shards hold, and that the window shows. Safe for several
 * threads.
 *
 * @param task pretrain counts every token and ends every record; sft counts what {@code lossOn} says
 */
public record RecordEncoder(Tokenizer tokenizer, ChatTemplate template, Task task, LossOn lossOn) {

    /** Records in their order: one call of the tokenizer for all texts, one for all conversations. */
    public List<EncodedConversation> encode(List<Document> records) throws Failure {
        List<Document> texts =
                records.stream().filter(record -> !record.isConversation()).toList();
        List<Document> chats = records.stream().filter(Document::isConversation).toList();
        List<int[]> ofTexts =
                tokenizer.encodeAll(texts.stream().map(Document::content).toList());
        List<EncodedConversation> ofChats = conversations(chats);
        List<EncodedConversation> encoded = new ArrayList<>();
        int text = 0;
        int chat = 0;
        for (Document record : records) {
            encoded.add(record.isConversation() ? ended(ofChats.get(chat++)) : all(ended(ofTexts.get(text++))));
        }
        return encoded;
    }

    private List<EncodedConversation> conversations(List<Document> chats) throws Failure {
        List<List<Segment>> rendered = new ArrayList<>();
        for (Document chat : chats) {
            rendered.add(segments(chat));
        }
        return Conversations.encodeRendered(tokenizer, template, rendered, task == Task.PRETRAIN ? LossOn.ALL : lossOn);
    }

    /** The segments of a conversation; a failure names the record. */
    List<Segment> segments(Document chat) throws Failure {
        try {
            return template.render(chat.messages(), false);
        } catch (Failure e) {
            throw new Failure(
                    e.kind(), e.what(), "record " + chat.id() + ", " + e.where(), e.safe(), e.mend(), e.getCause());
        }
    }

    /** Texts follow each other without a border where records are packed: each has its end. */
    private EncodedConversation ended(EncodedConversation chat) throws Failure {
        return task == Task.PRETRAIN ? all(ended(chat.ids())) : chat;
    }

    private static EncodedConversation all(int[] ids) {
        boolean[] trained = new boolean[ids.length];
        Arrays.fill(trained, true);
        return new EncodedConversation(ids, trained);
    }

    private int[] ended(int[] ids) throws Failure {
        int end = tokenizer.endOfText();
        if (ids.length > 0 && ids[ids.length - 1] == end) {
            return ids;
        }
        int[] longer = Arrays.copyOf(ids, ids.length + 1);
        longer[ids.length] = end;
        return longer;
    }
}
