package lathe.clean.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lathe.clean.rule.Filter;
import lathe.clean.rule.Scores;
import lathe.data.Document;
import lathe.recipe.ContentRules;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;

class ExemptFilterTest {

    @Test
    void marksListedAndMatchedRecordsAndDropsNone() throws Exception {
        Filter filter = Rules.filter(new ContentRules.Exempt(List.of("a:1"), "(?i)licen[cs]e|许可证"));

        assertEquals(1, Rules.scores(filter, Document.text("a:1", "a", "x"))[0]);
        assertEquals(1, Rules.scores(filter, Document.text("a:2", "a", "The LICENCE says"))[0]);
        assertEquals(1, Rules.scores(filter, Document.text("a:2", "a", "本许可证规定"))[0]);
        assertEquals(0, Rules.scores(filter, Document.text("a:2", "a", "x"))[0]);
        assertNull(filter.decide(Scores.in(new double[] {1}, 0)));
        assertNull(filter.decide(Scores.in(new double[] {0}, 0)));
    }

    @Test
    void anEmptyPatternMatchesNothingAndAWrongOneIsRefused() throws Exception {
        Filter filter = Rules.filter(new ContentRules.Exempt(List.of(), ""));

        assertEquals(0, Rules.scores(filter, "anything")[0]);
        assertThrows(Failure.class, () -> Rules.filter(new ContentRules.Exempt(List.of(), "(a")));
    }
}
