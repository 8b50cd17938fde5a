package lathe.ui.step.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lathe.evaluate.HeldOutFigures;
import org.junit.jupiter.api.Test;

class AskOptionsTest {

    @Test
    void whatTheVerbDoesAnywayGoesUnsaid() {
        assertEquals(List.of("--max-new=64", "--temperature=0.00"), new AskOptions(64).words());
    }

    @Test
    void everyOptionReachesTheVerb() {
        AskOptions options = new AskOptions(9);
        options.temperature().set(0.7);
        options.topK().set(40);
        options.topP().set(0.95);
        options.repetitionPenalty().set(1.15);
        options.stop().set("###|\u7b54");
        options.window().set(512);
        assertEquals(
                List.of(
                        "--max-new=9",
                        "--temperature=0.70",
                        "--top-k=40",
                        "--top-p=0.95",
                        "--repetition-penalty=1.15",
                        "--stop=###",
                        "--stop=\u7b54",
                        "--window=512",
                        "--sinks=4"),
                options.words());
    }

    @Test
    void figuresSayWhatBecameOfTheBase() {
        HeldOutFigures.Side base = new HeldOutFigures.Side(2.5, 12.18, 0.4);
        HeldOutFigures.Side tuned = new HeldOutFigures.Side(2, 7.39, 0.5);
        HeldOutFigures both = new HeldOutFigures(3, 100, base, tuned);
        assertEquals("2.50 → 2.00", HeldOutCard.said(both, "%.2f", HeldOutFigures.Side::loss));
        HeldOutFigures one = new HeldOutFigures(3, 100, base, null);
        assertEquals("12.2", HeldOutCard.said(one, "%.1f", HeldOutFigures.Side::perplexity));
    }
}
