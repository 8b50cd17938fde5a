package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Dates and times as ISO 8601 has them; with a Z where the writer says that they are UTC. */
final class Times {
    private static final long NANOS = 1_000_000_000;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long JULIAN_DAY_OF_1970 = 2_440_588;

    private Times() {}

    /** Days from 1970. */
    static JsonNode date(long days) {
        return TextNode.valueOf(LocalDate.ofEpochDay(days).toString());
    }

    /** Times of day in so many parts of a second. */
    static Scalars.OfNumber time(long unit) {
        return value -> {
            if (value < 0 || value >= SECONDS_PER_DAY * unit) {
                return LongNode.valueOf(value);
            }
            return TextNode.valueOf(
                    DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.ofNanoOfDay(value * (NANOS / unit))));
        };
    }

    /** Times from 1970 in so many parts of a second. */
    static Scalars.OfNumber timestamp(long unit, boolean utc) {
        String zone = utc ? "Z" : "";
        return value -> {
            long nanos = Math.floorMod(value, unit) * (NANOS / unit);
            return TextNode.valueOf(text(Math.floorDiv(value, unit), (int) nanos) + zone);
        };
    }

    /** Impala's and old Spark's form: nanoseconds of the day, then the Julian day. */
    static JsonNode int96(byte[] bytes, int from, int to) throws BadParquetException {
        Cursor in = new Cursor(bytes, from, to);
        long nanos = in.le64();
        long day = Integer.toUnsignedLong(in.le32()) - JULIAN_DAY_OF_1970;
        long seconds = day * SECONDS_PER_DAY + Math.floorDiv(nanos, NANOS);
        return TextNode.valueOf(text(seconds, (int) Math.floorMod(nanos, NANOS)));
    }

    private static String text(long seconds, int nanos) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC));
    }
}
