package lathe.data.browse;

import java.util.List;
import java.util.Map;
import lathe.data.Script;

/**
 * What can be said of a source.
 *
 * @param records how many it gave
 * @param characters of all of them
 * @param bytes of their contents as JSON
 * @param scripts records by writing
 * @param lengths records by number of characters
 * @param presets that its files showed
 * @param files that were read
 * @param rejected items that could not be read
 */
public record SourceSummary(
        String source,
        long records,
        long characters,
        long bytes,
        Map<Script, Long> scripts,
        List<Bin> lengths,
        List<String> presets,
        int files,
        long rejected) {

    /**
     * Records in a range of lengths.
     *
     * @param from fewest characters
     * @param to most characters, left out
     */
    public record Bin(int from, int to, long records) {}

    /** Characters of a record, on average. */
    public double meanCharacters() {
        return records == 0 ? 0 : (double) characters / records;
    }
}
