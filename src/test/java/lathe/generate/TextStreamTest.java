package lathe.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids are bytes here, as for the smallest byte-level tokenizer. */
class TextStreamTest {
    private final List<String> pieces = new ArrayList<>();
    private final TextStream stream = new TextStream(TextStreamTest::decode, pieces::add);

    private static String decode(int[] ids) {
        byte[] bytes = new byte[ids.length];
        for (int i = 0; i < ids.length; i++) {
            bytes[i] = (byte) ids[i];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void add(String text) {
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            stream.add(part & 0xff);
        }
    }

    @Test
    void charactersAreNeverSplit() {
        add("a你🙂é");
        assertEquals(List.of("a", "你", "🙂", "é"), pieces);
    }

    @Test
    void promptIsNotRepeated() {
        stream.skip(new int[] {'h', 'i'});
        add("!");
        stream.finish();
        assertEquals(List.of("!"), pieces);
    }

    @Test
    void unfinishedCharacterComesOutAtTheEnd() {
        stream.add(0xe4);
        assertEquals(List.of(), pieces);
        stream.finish();
        assertEquals(List.of("\uFFFD"), pieces);
    }

    @Test
    void bytesThatAreNoCharacterDoNotHoldTheTextBack() {
        for (int i = 0; i < 8; i++) {
            stream.add(0x80);
        }
        add("ok");
        stream.finish();
        assertEquals("ok", String.join("", pieces).replace("\uFFFD", ""));
    }
}
