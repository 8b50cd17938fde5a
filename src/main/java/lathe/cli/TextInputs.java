package lathe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.tokenize.corpus.Sequences;

/** Texts to learn from: plain text files line by line, everything else record by record. */
record TextInputs(Sequences sequences, List<Inputs> opened) implements AutoCloseable {

    static TextInputs open(List<Path> paths, VerbContext context) throws Failure, IOException, RunCancelledException {
        List<Sequences> parts = new ArrayList<>();
        List<Inputs> opened = new ArrayList<>();
        for (Path path : paths) {
            if (path.toString().endsWith(".txt") && Files.isRegularFile(path)) {
                parts.add(Sequences.ofLines(path));
            } else {
                Inputs inputs = Inputs.open(List.of(path), context);
                opened.add(inputs);
                parts.add(Sequences.of(inputs.corpus()));
            }
        }
        return new TextInputs(Sequences.concat(parts), opened);
    }

    @Override
    public void close() throws IOException {
        for (Inputs inputs : opened) {
            inputs.close();
        }
    }
}
