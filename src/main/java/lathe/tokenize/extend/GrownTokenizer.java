package lathe.tokenize.extend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.run.Json;
import lathe.tokenize.train.TokenizerFile;

/**
 * A tokenizer that grew.
 *
 * @param file what is written
 * @param growth what became of it
 */
public record GrownTokenizer(TokenizerFile file, Growth growth) {
    /** Writes the tokenizer's files, and {@code grown.json} beside them. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Json.write(folder.resolve("grown.json"), growth);
        file.write(folder);
    }
}
