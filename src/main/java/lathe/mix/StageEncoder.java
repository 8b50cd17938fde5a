package lathe.mix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.data.Document;
import lathe.recipe.TrainStage;
import lathe.recipe.TrainStage.Task;
import lathe.run.Failure;
import lathe.text.Tokenizer;
import lathe.text.chat.ChatTemplate;
import lathe.text.chat.EncodedConversation;
import lathe.text.chat.RecordEncoder;

/** Turns records into what a stage trains on. Safe for several threads. */
final class StageEncoder {
    private final TrainStage stage;
    private final RecordEncoder encoder;
    private final Split split;

    /**
     * An encoder for a stage.
     *
     * @param folder the tokenizer's, where its chat template lies
     */
    StageEncoder(TrainStage stage, Tokenizer tokenizer, Path folder, Split split) throws Failure, IOException {
        this.stage = stage;
        this.split = split;
        ChatTemplate template = ChatTemplate.of(stage.template(), folder);
        encoder = new RecordEncoder(tokenizer, template, stage.task(), stage.lossOn());
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
        List<EncodedConversation> encoded = encoder.encode(fitting);
        List<EncodedDocument> documents = new ArrayList<>();
        for (int i = 0; i < fitting.size(); i++) {
            Document record = fitting.get(i);
            boolean[] trained = stage.task() == Task.SFT ? encoded.get(i).trained() : null;
            documents.add(new EncodedDocument(
                    record.source(), split.isHeldOut(record), encoded.get(i).ids(), trained));
        }
        return documents;
    }
}
