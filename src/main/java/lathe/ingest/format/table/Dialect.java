package lathe.ingest.format.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * How a table is written.
 *
 * @param separator between fields
 * @param quoted whether fields that begin with a double quote end with one; else quotes are characters like others
 */
record Dialect(char separator, boolean quoted) {
    static final String SEPARATORS = ",;\t|";

    private static final char NO_QUOTE = '\uFFFE'; // no character
    private static final double MOSTLY = 0.5;

    /** How well a dialect fits the beginning of a table. */
    private record Fit(Dialect dialect, int columns, double share) {
        boolean isBetterThan(Fit other) {
            boolean table = columns > 1 && share >= MOSTLY;
            boolean otherTable = other.columns > 1 && other.share >= MOSTLY;
            return table != otherTable ? table : share > other.share;
        }
    }

    /**
     * The dialect that cuts most rows of a table's beginning into as many fields as the first; of equals the earlier
     * separator, and quotes. A table of one column has a separator that does not occur.
     *
     * @param whole whether the beginning is all of the table; else its last row may be torn
     */
    static Dialect of(String beginning, boolean whole, String separators) {
        Fit best = new Fit(new Dialect(separators.charAt(0), true), 0, 0);
        for (boolean quoted : new boolean[] {true, false}) {
            for (int i = 0; i < separators.length(); i++) {
                Fit fit = new Dialect(separators.charAt(i), quoted).fit(beginning, whole);
                best = fit.isBetterThan(best) ? fit : best;
            }
        }
        return best.dialect();
    }

    private Fit fit(String beginning, boolean whole) {
        List<CsvRecord> rows;
        try (CsvReader<CsvRecord> reader = builder().ofCsvRecord(beginning);
                var stream = reader.stream()) {
            rows = stream.toList();
        } catch (CsvParseException | IOException e) {
            return new Fit(this, 0, 0); // too many or too long fields: not this one
        }
        int sure = whole || rows.size() < 2 ? rows.size() : rows.size() - 1;
        int columns = rows.isEmpty() ? 0 : rows.get(0).getFieldCount();
        long even = rows.stream()
                .limit(sure)
                .filter(row -> row.getFieldCount() == columns)
                .count();
        return new Fit(this, columns, sure == 0 ? 0 : (double) even / sure);
    }

    /** A reader of the table's rows, all of them, ragged ones too. */
    CsvReader<CsvRecord> open(Reader table) {
        return builder().ofCsvRecord(table);
    }

    private CsvReader.CsvReaderBuilder builder() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quoted ? '"' : NO_QUOTE)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true);
    }
}
