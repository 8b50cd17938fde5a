package lathe.ui.step.mix.seen.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.recipe.TrainStage.Task;
import lathe.text.chat.Seen;
import lathe.text.chat.Seen.SeenToken;
import lathe.ui.seen.Reading;
import org.junit.jupiter.api.Test;

/** Every letter of a record is in one box, and boxes stand in lines. */
class BoxesTest {
    private static Reading reading(String text, int seen, SeenToken... tokens) {
        BitSet special = new BitSet();
        IntStream.range(0, tokens.length)
                .filter(i -> tokens[i].piece().startsWith("<"))
                .forEach(special::set);
        return new Reading(0, 1, "s", new Seen("r", text, List.of(tokens), seen, 0), Task.SFT, seen, special, true);
    }

    private static SeenToken token(String piece, int start, int end) {
        return new SeenToken(7, piece, start, end, true);
    }

    private static List<Box> text(Reading reading) {
        Boxes cut = new Boxes(reading);
        IntStream.range(0, reading.size()).forEach(cut::add);
        cut.addRest();
        return cut.all();
    }

    private static List<Box> chips(Reading reading) {
        Boxes cut = new Boxes(reading);
        IntStream.range(0, reading.size()).forEach(cut::addChip);
        return cut.all();
    }

    private static List<Lines.Line> broken(List<Box> boxes, int seen, ToDoubleFunction<Box> width, double room) {
        Lines lines = new Lines(boxes, seen, width, room);
        lines.take();
        lines.finish();
        return lines.all();
    }

    private static String letters(List<Box> boxes) {
        return boxes.stream()
                .flatMap(box -> box.strokes().stream())
                .map(Stroke::letters)
                .collect(Collectors.joining());
    }

    @Test
    void blanksAndEndsOfLinesAreMadeVisible() {
        assertEquals(
                List.of(new Stroke("·", true), new Stroke("the", false), new Stroke("⇥⏎", true)),
                Strokes.of(" the\t\n"));
        assertEquals(List.of(new Stroke("车", false), new Stroke("U+200B", true)), Strokes.of("车\u200b"));
    }

    @Test
    void aCharacterOfSeveralTokensStandsUnderTheFirst() {
        List<Box> boxes =
                text(reading("床a", 4, token("å", 0, 1), token("º", 0, 1), token("Ĭ", 0, 1), token("a", 1, 2)));
        assertEquals(4, boxes.size());
        assertEquals("床a", letters(boxes));
        assertTrue(boxes.get(1).isEmpty() && boxes.get(2).isEmpty());
        assertEquals(
                "åºĬa",
                letters(chips(
                        reading("床a", 4, token("å", 0, 1), token("º", 0, 1), token("Ĭ", 0, 1), token("a", 1, 2)))));
    }

    @Test
    void lettersWithoutATokenAreShownToo() {
        List<Box> boxes = text(reading("a  b ", 2, token("a", 0, 1), token("b", 3, 4)));
        assertEquals("a··b·", letters(boxes));
        assertEquals(
                List.of(0, Box.NONE, 1, Box.NONE),
                boxes.stream().map(Box::token).toList());
    }

    @Test
    void tokensThatWereAppendedAreNamed() {
        List<Box> boxes = text(reading("a", 2, token("a", 0, 1), token("<end>", 1, 1)));
        assertEquals("a<end>", letters(boxes));
        assertTrue(boxes.get(1).begins());
    }

    @Test
    void aTokenWithAnEndOfLineInItIsTwoBoxes() {
        List<Box> boxes = text(reading("a\n  b", 3, token("a", 0, 1), token("\n  ", 1, 4), token("b", 4, 5)));
        assertEquals(List.of(0, 1, 1, 2), boxes.stream().map(Box::token).toList());
        assertTrue(boxes.get(1).endsLine());
        assertFalse(boxes.get(2).endsLine());
    }

    @Test
    void linesBreakBetweenWordsWhereTheyCan() {
        Reading reading = reading(
                "turn ing tools",
                4,
                token("turn", 0, 4),
                token(" ing", 4, 8),
                token(" too", 8, 12),
                token("ls", 12, 14));
        List<Box> boxes = text(reading);
        List<String> lines = lines(boxes, 4, 13);
        assertEquals(List.of("turn·ing", "·tools"), lines);
        assertEquals(List.of("turn", "·ing", "·too", "ls"), lines(boxes, 4, 4), "a word that has no room is cut");
    }

    @Test
    void chineseBreaksAnywhereButBeforeItsFullStops() {
        Reading reading = reading(
                "车床变木。头", 6, token("车床", 0, 2), token("变", 2, 3), token("木", 3, 4), token("。", 4, 5), token("头", 5, 6));
        assertEquals(List.of("车床变", "木。头"), lines(text(reading), 6, 4));
    }

    @Test
    void theEndOfTheContextIsALineOfItsOwn() {
        Reading reading =
                reading("ab\ncd", 2, token("a", 0, 1), token("b\n", 1, 3), token("c", 3, 4), token("d", 4, 5));
        assertEquals(List.of("ab⏎", "|", "cd"), lines(text(reading), 2, 99));
        assertEquals(List.of("ab⏎", "cd"), lines(text(reading), 4, 99), "nothing is cut off");
        assertEquals(List.of("a", "|", "b⏎", "cd"), lines(text(reading), 1, 99));
    }

    private static List<String> lines(List<Box> boxes, int seen, double room) {
        List<String> lines = new ArrayList<>();
        for (Lines.Line line : broken(boxes, seen, box -> letters(List.of(box)).length(), room)) {
            lines.add(line.isMark() ? "|" : letters(boxes.subList(line.from(), line.to())));
        }
        return lines;
    }

    @Test
    void aHundredThousandTokensAreLaidOutAtOnce() {
        int many = 100_000;
        SeenToken[] tokens = new SeenToken[many];
        for (int i = 0; i < many; i++) {
            tokens[i] = token(" tok", 4 * i, 4 * i + 4);
        }
        Reading reading = reading(" tok".repeat(many), many, tokens);
        long start = System.nanoTime();
        List<Box> boxes = text(reading);
        int lines = broken(boxes, many, box -> 5, 100).size();
        assertEquals(many / 20, lines);
        assertTrue(System.nanoTime() - start < 2e9, "takes some tenths of a second at most");
    }
}
