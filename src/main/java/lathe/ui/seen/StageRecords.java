package lathe.ui.seen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import lathe.data.CorpusFolder;
import lathe.data.CorpusIndex;
import lathe.data.Document;
import lathe.mix.StageFilter;
import lathe.recipe.TrainStage.Task;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** The records of a corpus that a stage takes, in the order of the corpus: four bytes each, read when looked at. */
public final class StageRecords {
    private static final int LOOK_EVERY = 1024;

    private final Path corpus;
    private final StageFilter filter;
    private final CorpusIndex index;
    private final int[] numbers;

    private StageRecords(Path corpus, StageFilter filter, CorpusIndex index, int[] numbers) {
        this.corpus = corpus;
        this.filter = filter;
        this.index = index;
        this.numbers = numbers;
    }

    /** Looks through a corpus; the index alone says of most records whether they are taken. */
    public static StageRecords of(Path corpus, StageFilter filter, RunContext context)
            throws Failure, IOException, RunCancelledException {
        CorpusIndex index = new CorpusIndex(new CorpusFolder(corpus).require());
        int[] numbers = new int[index.size()];
        int found = 0;
        for (int record = 0; record < numbers.length; record++) {
            if (record % LOOK_EVERY == 0) {
                context.checkCancelled();
            }
            if (takes(filter, index, record)) {
                numbers[found++] = record;
            }
        }
        return new StageRecords(corpus, filter, index, Arrays.copyOf(numbers, found));
    }

    private static boolean takes(StageFilter filter, CorpusIndex index, int record) throws IOException {
        int file = index.file(record);
        boolean known = file >= 0;
        if (known && !filter.takes(index.files().get(file).source())) {
            return false;
        }
        if (filter.task() == Task.SFT && index.turns(record) == 0) {
            return false;
        }
        return (known && filter.task() == Task.PRETRAIN) || filter.test(index.read(record));
    }

    /** Whether these are the records of a corpus that a filter takes. */
    boolean are(Path ofCorpus, StageFilter byFilter) {
        return corpus.equals(ofCorpus) && filter.equals(byFilter);
    }

    /** How many there are. */
    public int size() {
        return numbers.length;
    }

    /** One of them, counted from 0. */
    public Document read(int position) throws IOException {
        return index.read(numbers[position]);
    }
}
