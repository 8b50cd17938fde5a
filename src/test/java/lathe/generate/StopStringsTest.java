package lathe.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopStringsTest {
    private final List<String> out = new ArrayList<>();
    private final StopStrings stop = new StopStrings(List.of("\n###", "结束"), out::add);

    @Test
    void theTextEndsBeforeTheFirstOfThem() {
        stop.add("one 结");
        stop.add("果\n#");
        stop.add("## two");
        stop.add("three");
        stop.finish();

        assertTrue(stop.isMet());
        assertEquals("one 结果", String.join("", out));
        assertEquals("one ", out.get(0), "what may be a beginning waits");
    }

    @Test
    void whatOnlyBeganIsPartOfTheText() {
        stop.add("a\n##");
        stop.finish();

        assertEquals("a\n##", String.join("", out));
    }

    @Test
    void theEarliestCounts() {
        stop.add("x结束\n###");

        assertEquals(List.of("x"), out);
    }
}
