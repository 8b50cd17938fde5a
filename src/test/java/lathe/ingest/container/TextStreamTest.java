package lathe.ingest.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextStreamTest {
    private static final String SIMPLIFIED = "人工智能是研究、开发用于模拟、延伸和扩展人的智能的理论。\n今天天气很好,我们去公园。\n";
    private static final String TRADITIONAL = "人工智慧亦稱智械、機器智慧,指由人製造出來的機器。\n今天天氣很好,我們去公園。\n";
    private static final String FRENCH =
            "Les élèves étaient déjà à l'école ; où êtes-vous allé cet été ?\nÇa va très bien.\n";
    private static final String GERMAN = "Über die Brücke führt ein schöner Weg – größer als früher.\n";
    private static final String RUSSIAN =
            "Искусственный интеллект является свойством интеллектуальных систем выполнять функции.\n";
    private static final String JAPANESE = "人工知能とは、計算という概念とコンピュータという道具を用いて知能を研究する学問です。\n";
    private static final String KOREAN = "인공지능은 인간의 학습능력, 추론능력, 지각능력을 인공적으로 구현하려는 분야이다.\n";

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    private static TextStream stream(byte[] bytes) throws IOException {
        return TextStream.of(new ByteArrayInputStream(bytes));
    }

    private static String decoded(byte[] bytes) throws IOException {
        return new String(stream(bytes).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String text(String language) {
        return switch (language) {
            case "simplified" -> SIMPLIFIED;
            case "traditional" -> TRADITIONAL;
            case "french" -> FRENCH;
            case "german" -> GERMAN;
            case "russian" -> RUSSIAN;
            case "japanese" -> JAPANESE;
            default -> KOREAN;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "simplified,UTF-8", "simplified,GBK", "simplified,GB18030", "simplified,UTF-16LE", "simplified,UTF-16BE",
        "traditional,UTF-8", "traditional,Big5", "traditional,UTF-16LE", "traditional,UTF-16BE", "traditional,UTF-16",
        "french,windows-1252", "french,ISO-8859-1", "french,UTF-8", "french,UTF-16", "french,UTF-16LE",
        "german,windows-1252", "russian,windows-1251", "russian,KOI8-R", "russian,UTF-8", "russian,UTF-16LE",
        "japanese,Shift_JIS", "japanese,EUC-JP", "korean,EUC-KR", "french,UTF-32LE"
    })
    void textComesOutAsItWasMeant(String language, String charset) throws Exception {
        String text = text(language).replace("–", charset.equals("ISO-8859-1") ? "-" : "–");
        boolean markNeeded = charset.startsWith("UTF-32");
        assertEquals(text, decoded(bytes((markNeeded ? "\uFEFF" : "") + text, charset)));
        String json = "{\"instruction\": \"x\", \"output\": \"" + text.strip().replace("\n", "") + "\"}\n";
        assertEquals(json.repeat(50), decoded(bytes((markNeeded ? "\uFEFF" : "") + json.repeat(50), charset)));
    }

    @Test
    void aFewCharactersAreEnough() throws Exception {
        assertEquals("你好\n", decoded(bytes("你好\n", "GBK")));
        assertEquals("{\"text\": \"你好,世界\"}\n", decoded(bytes("{\"text\": \"你好,世界\"}\n", "GBK")));
        assertEquals("國語\n", decoded(bytes("國語\n", "Big5")));
        assertEquals("café\n", decoded(bytes("café\n", "ISO-8859-1")));
        assertEquals("hi", decoded(bytes("hi", "UTF-16LE")));
    }

    @Test
    void theSetIsNamed() throws Exception {
        assertEquals("UTF-8", stream(bytes("plain", "UTF-8")).charset());
        assertEquals("UTF-8", stream(bytes(SIMPLIFIED, "UTF-8")).charset());
        assertEquals("GB18030", stream(bytes(SIMPLIFIED, "GBK")).charset());
        assertEquals("Big5-HKSCS", stream(bytes(TRADITIONAL, "Big5")).charset());
        assertEquals("windows-1252", stream(bytes(FRENCH, "ISO-8859-1")).charset());
        assertEquals("UTF-16LE", stream(bytes("\uFEFF" + FRENCH, "UTF-16LE")).charset());
    }

    @Test
    void marksAreTakenAway() throws Exception {
        for (String charset : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            assertEquals(SIMPLIFIED, decoded(bytes("\uFEFF" + SIMPLIFIED, charset)), charset);
            assertEquals("", decoded(bytes("\uFEFF", charset)), charset);
        }
    }

    @Test
    void aLongPlainBeginningDecidesNothing() throws Exception {
        String plain = "{\"text\": \"plain English, line after line\"}\n".repeat(100_000);
        assertEquals(plain + SIMPLIFIED, decoded(bytes(plain + SIMPLIFIED, "GBK")));
        assertEquals(plain + SIMPLIFIED, decoded(bytes(plain + SIMPLIFIED, "UTF-8")));
        assertEquals(plain + FRENCH, decoded(bytes(plain + FRENCH, "windows-1252")));
    }

    @Test
    void utf8WithBrokenLinesStaysUtf8() throws Exception {
        byte[] good = bytes(SIMPLIFIED, "UTF-8");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(good);
        file.write(bytes("坏的一行\n", "GBK"));
        file.write(0xFF);
        file.write(good);

        TextStream stream = stream(file.toByteArray());

        assertArrayEquals(file.toByteArray(), stream.readAllBytes());
        assertEquals("UTF-8", stream.charset());
    }

    @Test
    void inDoubtTheBytesStayAsTheyAre() throws Exception {
        byte[] odd = {'"', (byte) 0xFF, '"', '\n'};
        assertArrayEquals(odd, stream(odd).readAllBytes());
    }

    @Test
    void whatIsNoCharacterSpoilsItsLineOnly() throws Exception {
        byte[] text = bytes(SIMPLIFIED.repeat(20), "GBK");
        int line = SIMPLIFIED.indexOf('\n');
        int end = bytes(SIMPLIFIED.substring(0, line), "GBK").length;
        text[end - 1] = (byte) 0xFF;
        text[end - 2] = (byte) 0xB0;

        byte[] utf8 = stream(text).readAllBytes();

        String[] lines = new String(utf8, StandardCharsets.UTF_8).split("\n", -1);
        assertTrue(lines[0].contains("\uFFFD"));
        assertEquals(SIMPLIFIED.split("\n", -1)[1], lines[1]);
        assertEquals(41, lines.length);
        assertTrue(new String(utf8, StandardCharsets.ISO_8859_1).contains("\u00FF"));
    }

    @Test
    void aTornSurrogateIsNoCharacter() throws Exception {
        byte[] text = bytes("\uFEFFok\n😀\nok\n", "UTF-16LE");
        byte[] torn = new byte[text.length - 2];
        System.arraycopy(text, 0, torn, 0, 10);
        System.arraycopy(text, 12, torn, 10, torn.length - 10);

        assertEquals("ok\n\uFFFD\nok\n", decoded(torn));
    }

    @Test
    void returnsAloneEndLines() throws Exception {
        assertEquals("one\ntwo\n", decoded(bytes("one\rtwo\r", "UTF-8")));
        assertEquals("one\r\ntwo\r\n", decoded(bytes("one\r\ntwo\r\n", "UTF-8")));
    }

    @Test
    void readingInSmallStepsGivesTheSame() throws Exception {
        byte[] file = bytes(("plain\n".repeat(300) + SIMPLIFIED).repeat(100), "GBK");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        TextStream stream = stream(file);
        byte[] buffer = new byte[7];
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            all.write(buffer, 0, count);
        }
        assertEquals(new String(file, "GBK"), all.toString(StandardCharsets.UTF_8));
    }

    @Test
    void binaryIsNoText() {
        byte[] elf = Arrays.copyOf(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}, 64);
        assertFalse(TextStream.isText(elf));
        assertTrue(TextStream.isText(bytes(SIMPLIFIED, "GBK")));
        assertTrue(TextStream.isText(bytes(SIMPLIFIED, "UTF-16LE")));
        assertTrue(TextStream.isText(new byte[0]));
    }
}
