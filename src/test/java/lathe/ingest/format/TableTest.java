package lathe.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lathe.ingest.item.Item;
import org.junit.jupiter.api.Test;

class TableTest {

    /** Each item as line and JSON, or line and reason. */
    private static List<String> read(Format format, byte[] file) throws IOException {
        List<String> read = new ArrayList<>();
        for (Item item : Samples.items(format, file, "a.csv")) {
            read.add(item.line() + " "
                    + (item instanceof Item.Row row ? row.value().toString() : Samples.reason(item)));
        }
        return read;
    }

    private static List<String> csv(String text) throws IOException {
        return read(Format.CSV, Samples.utf8(text));
    }

    @Test
    void rowsAreObjectsOfStrings() throws IOException {
        assertEquals(
                List.of(
                        "2 {\"id\":\"1\",\"text\":\"plain\"}",
                        "3 {\"id\":\"2\",\"text\":\"with, comma\\nand \\\"line\\\"\"}",
                        "5 {\"id\":\"\",\"text\":\"文\"}"),
                csv("\uFEFFid,text\r\n1,plain\r\n2,\"with, comma\nand \"\"line\"\"\"\r\n,文"));
    }

    @Test
    void theSeparatorIsFoundOut() throws IOException {
        for (String separator : List.of(",", ";", "\t", "|")) {
            String text = "name" + separator + "note\nA" + separator + "x. y: z\n\nB" + separator + "\"q" + separator
                    + "r\"\n";
            assertEquals(
                    List.of(
                            "2 {\"name\":\"A\",\"note\":\"x. y: z\"}",
                            "4 {\"name\":\"B\",\"note\":\"q" + separator.replace("\t", "\\t") + "r\"}"),
                    csv(text));
        }
    }

    @Test
    void oneColumnNeedsNoSeparator() throws IOException {
        assertEquals(
                List.of("2 {\"text\":\"Hello, world\"}", "3 {\"text\":\"one; two, three\"}"),
                csv("text\nHello, world\none; two, three\n"));
    }

    @Test
    void raggedRowsAreNamedAndTheRestGoesOn() throws IOException {
        assertEquals(
                List.of(
                        "2 {\"a\":\"1\",\"b\":\"2\"}",
                        "3 ragged-row",
                        "4 ragged-row",
                        "5 {\"a\":\"5\",\"b\":\"6\"}",
                        "6 {\"a\":\"7\",\"b\":\"8\"}",
                        "7 {\"a\":\"9\",\"b\":\"0\"}"),
                csv("a,b\n1,2\n3\n4,5,6\n5,6\n7,8\n9,0\n"));
    }

    @Test
    void aTableWithoutHeaderHasNumberedColumns() throws IOException {
        assertEquals(
                List.of("1 {\"column-1\":\"7\",\"column-2\":\"good\"}", "2 {\"column-1\":\"8\",\"column-2\":\"bad\"}"),
                csv("7,good\n8,bad\n"));
        assertEquals(List.of("2 {\"column-1\":\"0\",\"text\":\"a\",\"label\":\"x\"}"), csv(",text,label\n0,a,x\n"));
    }

    @Test
    void tabsMayStandBetweenTextsWithQuotes() throws IOException {
        assertEquals(
                List.of(
                        "2 {\"q\":\"\\\"Why\",\"a\":\"5\\\" disk\"}",
                        "3 {\"q\":\"b, c\",\"a\":\"d;e\"}",
                        "4 {\"q\":\"f\",\"a\":\"g\"}"),
                read(Format.TSV, Samples.utf8("q\ta\n\"Why\t5\" disk\nb, c\td;e\nf\tg\n")));
        assertEquals(
                List.of("2 {\"q\":\"two\\nlines\",\"a\":\"b\"}"),
                read(Format.TSV, Samples.utf8("q\ta\n\"two\nlines\"\tb\n")));
    }

    @Test
    void bytesThatAreNoUtf8TakeTheirRowOnly() throws IOException {
        assertEquals(
                List.of("2 invalid-utf8", "3 {\"a\":\"x\",\"b\":\"\uFFFD\"}"),
                read(Format.CSV, "a,b\n\u00ff,1\nx,\u00ef\u00bf\u00bd\n".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aQuoteThatNeverClosesEndsTheFile() throws IOException {
        String text = "a,b\n" + "1,2\n".repeat(20_000) + "\"3,4\n" + "5,6\n".repeat(5_000_000);
        List<String> read = csv(text);

        assertEquals(20_001, read.size());
        assertTrue(read.get(20_000).endsWith("bad-csv"));
    }

    @Test
    void nothingIsNoItem() throws IOException {
        assertEquals(List.of(), csv(""));
        assertEquals(List.of(), csv("\n\n"));
        assertEquals(List.of(), csv("a,b\n"));
    }
}
