package lathe.ui.seen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lathe.data.Document;
import lathe.mix.StageFilter;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import lathe.text.chat.ChatTemplate;
import lathe.text.chat.RecordEncoder;
import lathe.text.chat.Seen;
import lathe.text.chat.Seen.SeenToken;
import lathe.ui.open.SharedTokenizer;
import org.jspecify.annotations.Nullable;

/** A stage's records with the tokenizer and the template that it reads them by. */
public final class StageReader {
    private final Setup setup;
    private final StageRecords records;
    private final ChatTemplate template;

    private StageReader(Setup setup, StageRecords records, ChatTemplate template) {
        this.setup = setup;
        this.records = records;
        this.template = template;
    }

    /**
     * What it takes to read.
     *
     * @param corpus folder of cleaned records
     */
    public record Setup(Path corpus, SharedTokenizer tokenizer, TrainStage stage) {
        private boolean hasTemplateOf(Setup other) {
            return tokenizer == other.tokenizer && stage.template().equals(other.stage.template());
        }
    }

    /**
     * Opens a stage.
     *
     * @param before the one that was open; what is the same is not looked for again
     */
    public static StageReader open(Setup setup, @Nullable StageReader before, RunContext context)
            throws Failure, IOException, RunCancelledException {
        return new StageReader(setup, records(setup, before, context), template(setup, before));
    }

    private static StageRecords records(Setup setup, @Nullable StageReader before, RunContext context)
            throws Failure, IOException, RunCancelledException {
        StageFilter filter = StageFilter.of(setup.stage());
        return before != null && before.records.are(setup.corpus(), filter)
                ? before.records
                : StageRecords.of(setup.corpus(), filter, context);
    }

    private static ChatTemplate template(Setup setup, @Nullable StageReader before) throws Failure, IOException {
        return before != null && before.setup.hasTemplateOf(setup)
                ? before.template
                : ChatTemplate.of(setup.stage().template(), setup.tokenizer().folder());
    }

    /** How many records the stage takes. */
    public int size() {
        return records.size();
    }

    /** Reads a record as training does; empty where the tokenizer is closed already. */
    public Optional<Reading> read(int position) throws Failure, IOException, RunCancelledException {
        Document record = records.read(position);
        return setup.tokenizer().use(with -> read(position, record, with));
    }

    private Reading read(int position, Document record, Tokenizer tokenizer) throws Failure {
        TrainStage stage = setup.stage();
        RecordEncoder encoder = new RecordEncoder(tokenizer, template, stage.task(), stage.lossOn());
        Seen seen = Seen.of(record, encoder, stage.context());
        return new Reading(
                position,
                size(),
                record.source(),
                seen,
                stage.task(),
                stage.context(),
                special(seen.tokens(), tokenizer),
                template.keepsQuotesAsText());
    }

    private static BitSet special(List<SeenToken> tokens, Tokenizer tokenizer) {
        BitSet special = new BitSet(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            special.set(i, tokenizer.isSpecial(tokens.get(i).id()));
        }
        return special;
    }
}
