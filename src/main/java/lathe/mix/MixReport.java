package lathe.mix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.run.Json;

/** The account of a mix, as {@code mix.json} holds it. */
public record MixReport(List<StageMix> stages) {
    private static final String FILE = "mix.json";

    /** Reads the account of a folder that mix wrote. */
    public static MixReport read(Path mixed) throws IOException {
        return Json.read(mixed.resolve(FILE), MixReport.class);
    }

    void write(Path mixed) throws IOException {
        Json.write(mixed.resolve(FILE), this);
    }
}
