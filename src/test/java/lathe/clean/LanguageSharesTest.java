package lathe.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import lathe.run.RunContext;
import org.junit.jupiter.api.Test;

class LanguageSharesTest {
    @Test
    void countsTextsByLanguageMostFrequentFirst() throws Exception {
        Map<String, Integer> counts = LanguageShares.of(
                List.of("床前明月光，疑是地上霜。", "举头望明月，低头思故乡。", "A lathe turns wood into useful things.", "123"),
                RunContext.quiet());
        assertEquals(Map.of("zh", 2, "en", 1, "und", 1), counts);
        assertEquals("zh", counts.keySet().iterator().next());
    }
}
