package lathe.ui.step.corpus.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    @Test
    void placesThatWereSoughtStandOutInEitherCase() {
        TextFlow flow = MarkedText.of("Tea and tea, 茶", "TEA", 100);
        assertEquals("Tea and tea, 茶", words(flow, "text-hit", "text-plain"));
        assertEquals("Teatea", words(flow, "text-hit"));
    }

    @Test
    void ofALongTextThePartAroundTheFirstPlaceIsShown() {
        TextFlow flow = MarkedText.of("x".repeat(5000) + "needle" + "y".repeat(5000), "needle", 1000);
        String all = words(flow, "text-hit", "text-plain");
        assertTrue(all.startsWith("… x") && all.endsWith("y …"), all);
        assertEquals("needle", words(flow, "text-hit"));
        assertTrue(all.length() < 1010);
    }

    @Test
    void whatJsonIsNotStaysAsItIs() {
        assertEquals("{broken", RecordLook.pretty("{broken"));
        assertEquals("plain", RecordLook.pretty("plain"));
        assertEquals("{\n  \"a\" : 1\n}", RecordLook.pretty("{\"a\":1}").replace("\r", ""));
    }

    private static String words(TextFlow flow, String... styles) {
        return flow.getChildren().stream()
                .filter(node -> node.getStyleClass().stream().anyMatch(List.of(styles)::contains))
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining());
    }
}
