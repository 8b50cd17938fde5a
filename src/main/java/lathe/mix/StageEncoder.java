package lathe.mix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.data.Document;
import lathe.data.Message;
import lathe.recipe.TrainStage;
import lathe.recipe.TrainStage.LossOn;
import lathe.recipe.TrainStage.Task;
import lathe.run.Failure;
import lathe.text.ChatTemplate;
import lathe.text.Conversations;
import lathe.text.EncodedConversation;
import lathe.text.Tokenizer;

/** Turns records into what a stage trains on. Safe for several threads. */
final class StageEncoder {
    private final TrainStage stage;
    private final Tokenizer tokenizer;
    private final Split split;
    private final ChatTemplate template;

    StageEncoder(TrainStage stage, Tokenizer tokenizer, Split split) throws Failure {
        this.stage = stage;
        this.tokenizer = tokenizer;
        this.split = split;
        template = ChatTemplate.named(stage.template());
    }

    /** Whether the stage takes a record: its source is named or none is, and for sft it holds an answer. */
    boolean fits(Document document) {
        boolean wanted = stage.sources().isEmpty() || stage.sources().contains(document.source());
        boolean answered =
                document.messages().stream().anyMatch(message -> message.role().equals("assistant"));
        return wanted && (stage.task() == Task.PRETRAIN || answered);
    }

    /** Encodes the records of a batch that the stage takes, in their order. */
    List<EncodedDocument> encode(List<Document> batch) throws Failure {
        List<Document> fitting = batch.stream().filter(this::fits).toList();
        return stage.task() == Task.PRETRAIN ? pretrain(fitting) : sft(fitting);
    }

    private List<EncodedDocument> sft(List<Document> records) throws Failure {
        List<EncodedConversation> encoded = conversations(records, stage.lossOn());
        List<EncodedDocument> documents = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            EncodedConversation conversation = encoded.get(i);
            documents.add(document(records.get(i), conversation.ids(), conversation.trained()));
        }
        return documents;
    }

    private List<EncodedDocument> pretrain(List<Document> records) throws Failure {
        List<Document> texts = records.stream().filter(r -> !r.isConversation()).toList();
        List<Document> chats = records.stream().filter(Document::isConversation).toList();
        List<int[]> ofTexts =
                tokenizer.encodeAll(texts.stream().map(Document::content).toList());
        List<EncodedConversation> ofChats = conversations(chats, LossOn.ALL);
        List<EncodedDocument> documents = new ArrayList<>();
        int text = 0;
        int chat = 0;
        for (Document record : records) {
            int[] ids = record.isConversation() ? ofChats.get(chat++).ids() : ofTexts.get(text++);
            documents.add(document(record, ended(ids), null));
        }
        return documents;
    }

    private List<EncodedConversation> conversations(List<Document> records, LossOn lossOn) throws Failure {
        List<List<Message>> messages = records.stream().map(Document::messages).toList();
        return Conversations.encodeAll(tokenizer, template, messages, lossOn);
    }

    private EncodedDocument document(
            Document record, int[] ids, boolean @org.jspecify.annotations.Nullable [] trained) {
        return new EncodedDocument(record.source(), split.isHeldOut(record), ids, trained);
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
