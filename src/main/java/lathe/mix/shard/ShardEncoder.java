package lathe.mix.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lathe.data.Document;
import lathe.data.TokenBlock;
import lathe.recipe.TrainStage.Task;
import lathe.run.Failure;
import lathe.text.chat.EncodedConversation;
import lathe.text.chat.RecordEncoder;

/**
 * Turns records into packed documents. Safe for several threads.
 *
 * @param taken which records are encoded
 * @param heldOut which of those go to the shard that nothing trains on
 */
public record ShardEncoder(RecordEncoder records, Predicate<Document> taken, Predicate<Document> heldOut) {

    /** Where a record's document goes. */
    record Placed(String source, boolean heldOut) {}

    /**
     * A batch of records.
     *
     * @param placed an entry for each document, in the order of the records
     * @param quoting records that quote special tokens
     */
    record Encoded(TokenBlock train, TokenBlock evaluate, List<Placed> placed, long quoting) {}

    /** Whether tokens are marked as trained or not. */
    boolean isMasked() {
        return records.task() == Task.SFT;
    }

    int vocabSize() {
        return records.tokenizer().vocabSize();
    }

    /** Where the records of a batch go that are taken; nothing is encoded. */
    List<Placed> place(List<Document> batch) {
        return batch.stream().filter(taken).map(this::place).toList();
    }

    private Placed place(Document record) {
        return new Placed(record.source(), heldOut.test(record));
    }

    /** Encodes the records of a batch that are taken. */
    Encoded encode(List<Document> batch) throws Failure {
        List<Document> fitting = batch.stream().filter(taken).toList();
        List<EncodedConversation> encoded = records.encode(fitting);
        TokenBlock train = new TokenBlock(vocabSize(), isMasked());
        TokenBlock evaluate = new TokenBlock(vocabSize(), isMasked());
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < fitting.size(); i++) {
            Placed place = place(fitting.get(i));
            EncodedConversation document = encoded.get(i);
            (place.heldOut() ? evaluate : train).add(document.ids(), isMasked() ? document.trained() : null);
            placed.add(place);
        }
        return new Encoded(train, evaluate, placed, quoting(fitting));
    }

    private long quoting(List<Document> batch) {
        return batch.stream()
                .filter(record -> records.template().quotedTokens(record.messages()) > 0)
                .count();
    }
}
