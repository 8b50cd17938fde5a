package lathe.clean.perplexity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void wordsInSpacedScriptsAndCharactersInChinese() {
        assertEquals(List.of("the", "oak", "'", "s", "00", "."), units("The OAK's 12."));
        assertEquals(List.of("今", "天", "用", "java", "写", "，", "𠮷", "。"), units("今天用Java写，𠮷。"));
        assertEquals(List.of("über", "привет"), units("Über\u00A0ПРИВЕТ"));
        assertEquals(List.of("ไ", "ท", "ย"), units("ไทย"));
        assertEquals(List.of("00"), units("१२"));
        assertEquals(List.of(), units(" \t\u3000\u200B "));
    }

    @Test
    void aUnitsKeyIsThatOfItsWord() {
        Units units = new Units("Stück 42 木🪵", 0, 12);
        while (units.next()) {
            String word = units.word();
            assertEquals(Keys.word(word, 0, word.length()), units.key(), word);
        }
    }

    private static List<String> units(String text) {
        Units units = new Units(text, 0, text.length());
        List<String> words = new ArrayList<>();
        while (units.next()) {
            words.add(units.word());
        }
        return words;
    }
}
