package lathe.clean.language;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.language.LanguageDetection;

/** Which languages a sample of texts is in. */
public final class LanguageShares {
    private LanguageShares() {}

    /**
     * Counts texts by language, most frequent first.
     *
     * @return ISO 639-1 codes, or 639-3 where there is none; {@code und} for texts without letters
     */
    public static Map<String, Integer> of(List<String> texts, RunContext context)
            throws IOException, RunCancelledException {
        LanguageDetection detection = LanguageDetection.get();
        Map<String, Integer> counts = new TreeMap<>();
        for (String text : texts) {
            context.checkCancelled();
            counts.merge(detection.detect(text).language(), 1, Integer::sum);
        }
        Map<String, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
