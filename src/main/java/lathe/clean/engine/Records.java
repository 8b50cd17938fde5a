package lathe.clean.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lathe.data.CorpusBlock;
import lathe.data.CorpusFolder;
import lathe.data.CorpusIndex;
import lathe.data.Document;
import lathe.data.ImportedFile;
import lathe.run.Failure;

/** The records of several corpus folders, one after another, by number. Safe for several threads. */
public final class Records implements Facts {
    private final List<CorpusIndex> folders = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> firstFiles = new ArrayList<>();
    private final List<ImportedFile> files = new ArrayList<>();
    private int size;

    /** Opens complete folders. */
    public Records(List<CorpusFolder> corpora) throws Failure, IOException {
        for (CorpusFolder corpus : corpora) {
            CorpusIndex index = new CorpusIndex(corpus.require());
            folders.add(index);
            starts.add(size);
            firstFiles.add(files.size());
            files.addAll(index.files());
            size = Math.addExact(size, index.size());
        }
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The files that they come from, of all folders. */
    List<ImportedFile> files() {
        return files;
    }

    private int folder(int record) {
        int folder = folders.size() - 1;
        while (starts.get(folder) > record) {
            folder--;
        }
        return folder;
    }

    Document read(int record) throws IOException {
        int folder = folder(record);
        return folders.get(folder).read(record - starts.get(folder));
    }

    int bytes(int record) {
        int folder = folder(record);
        return folders.get(folder).bytes(record - starts.get(folder));
    }

    long hash(int record) {
        int folder = folder(record);
        return folders.get(folder).hash(record - starts.get(folder));
    }

    /** Code points of a record's content. */
    @Override
    public int characters(int record) {
        int folder = folder(record);
        return folders.get(folder).characters(record - starts.get(folder));
    }

    /** Number of the file that a record comes from, among {@link #files}; -1 where a step made it. */
    int file(int record) {
        int folder = folder(record);
        int file = folders.get(folder).file(record - starts.get(folder));
        return file < 0 ? -1 : file + firstFiles.get(folder);
    }

    long line(int record) {
        int folder = folder(record);
        return folders.get(folder).line(record - starts.get(folder));
    }

    /** Adds a record to a block as it is stored. */
    void copy(int record, CorpusBlock to) {
        int folder = folder(record);
        to.add(folders.get(folder), record - starts.get(folder), firstFiles.get(folder));
    }

    /** The name of the source that a record was imported under. */
    @Override
    public String source(int record) throws IOException {
        int file = file(record);
        return file < 0 ? read(record).source() : files.get(file).source();
    }
}
