package lathe.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.ingest.item.Item;
import org.junit.jupiter.api.Test;

class WarcTest {

    private static final String HTTP = "application/http; msgtype=response";
    private static final byte[] PAGE = Samples.utf8("<title>T</title><p>Grüße</p>");

    private static byte[] response(String status, String headers, byte[] body) throws IOException {
        return Samples.warcRecord("response", HTTP, "http://a.de/", Samples.response(status, headers, body));
    }

    private static byte[] html(String headers, byte[] body) throws IOException {
        return response("200 OK", "Content-Type: text/html\r\n" + headers, body);
    }

    /** Each item as line and text, or line and reason. */
    private static List<String> read(byte[]... records) throws IOException {
        List<String> read = new ArrayList<>();
        for (Item item : Samples.items(Format.WARC, Samples.joined(records), "a.warc")) {
            read.add(item.line() + " " + (item instanceof Item.Row ? Samples.text(item) : Samples.reason(item)));
        }
        return read;
    }

    @Test
    void pagesAreItemsAndOtherRecordsAreNone() throws IOException {
        byte[] request = Samples.warcRecord(
                "request", "application/http; msgtype=request", "http://a.de/", Samples.utf8("GET / HTTP/1.1\r\n\r\n"));

        assertEquals(
                List.of("3 Grüße", "4 http-status", "5 not-text", "6 plain", "7 from WET", "8 whole"),
                read(
                        Samples.warcRecord("warcinfo", "application/warc-fields", "", Samples.utf8("software: x\r\n")),
                        request,
                        html("", PAGE),
                        response("404 Not Found", "Content-Type: text/html\r\n", PAGE),
                        response("200 OK", "Content-Type: image/png\r\n", new byte[] {1, 2}),
                        response("200 OK", "Content-Type: text/plain; charset=utf-8\r\n", Samples.utf8("plain")),
                        Samples.warcRecord("conversion", "text/plain", "http://b.de/", Samples.utf8("from WET")),
                        Samples.warcRecord("resource", "text/html", "http://c.de/", Samples.utf8("<p>whole")),
                        Samples.warcRecord("metadata", "application/warc-fields", "", Samples.utf8("a: b\r\n")),
                        Samples.warcRecord("revisit", HTTP, "http://a.de/", Samples.utf8("HTTP/1.1 304 N\r\n\r\n"))));
    }

    @Test
    void whereAndWhenIsMeta() throws IOException {
        List<Item> items = Samples.items(Format.WARC, html("", PAGE), "a.warc");

        assertEquals(
                "{\"title\":\"T\",\"url\":\"http://a.de/\",\"date\":\"2024-05-06T07:08:09Z\",\"content-type\":\"text/html\"}",
                Samples.meta(items.get(0)));
    }

    @Test
    void transportsAreUndone() throws IOException {
        byte[] chunked = Samples.joined(Samples.utf8("5\r\n<p>ab\r\n3\r\ncde\r\n0\r\n\r\n"));
        byte[] gbk = "<p>汉字".getBytes(Charset.forName("GBK"));
        assertEquals(
                List.of("1 Grüße", "2 abcde", "3 汉字", "4 汉字"),
                read(
                        html("Content-Encoding: gzip\r\n", Samples.gzip(PAGE)),
                        html("Transfer-Encoding: chunked\r\n", chunked),
                        response("200 OK", "Content-Type: text/html; charset=GBK\r\n", gbk),
                        response(
                                "200 OK",
                                "Content-Type: text/html; charset=no-such\r\n",
                                Samples.joined(Samples.utf8("<meta charset=gbk>"), gbk))));
    }

    @Test
    void compressedFilesAreReadAsWell() throws IOException {
        assertEquals(List.of("1 Grüße", "2 Grüße"), read(Samples.gzip(html("", PAGE)), Samples.gzip(html("", PAGE))));
    }

    @Test
    void aBrokenPageIsOneItem() throws IOException {
        assertEquals(
                List.of("1 bad-page", "2 bad-page", "3 Grüße"),
                read(
                        Samples.warcRecord("response", HTTP, "http://a.de/", Samples.utf8("no http")),
                        html("Content-Encoding: gzip\r\n", PAGE),
                        html("", PAGE)));
    }

    @Test
    void aPageThatInflatesWithoutEndIsTooLong() throws IOException {
        assertEquals(
                List.of("1 too-long", "2 Grüße"),
                read(html("Content-Encoding: gzip\r\n", Samples.gzip(new byte[33 << 20])), html("", PAGE)));
    }

    @Test
    void aBrokenRecordEndsTheFile() throws IOException {
        byte[] sound = html("", PAGE);
        assertEquals(
                List.of("1 Grüße", "2 bad-warc"), read(sound, Arrays.copyOf(sound, sound.length - 20), new byte[0]));
        assertEquals(List.of("1 Grüße", "2 bad-warc"), read(sound, Samples.utf8("WARC/1.0\r\nnonsense"), sound));
        assertEquals(
                List.of("1 bad-warc"),
                read(Samples.utf8("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n")));
        assertEquals(List.of("1 bad-warc"), read(Samples.utf8("WARC/1.0\r\nX: " + "y".repeat(3 << 20) + "\r\n\r\n")));
        assertEquals(List.of(), read());
    }
}
