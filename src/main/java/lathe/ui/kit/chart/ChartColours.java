package lathe.ui.kit.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The style sheets' colours and font for a chart that knows nothing of style sheets; tells when they change. */
final class ChartColours {
    private static final int TICK_SIZE = 11;
    private static final int NAME_SIZE = 12;
    private static final int FAINT = 70;

    private final Label surface = probe("-lathe-surface");
    private final Label quiet = probe("-lathe-text-quiet");
    private final Label line = probe("-lathe-line");
    private final Label accent = probe("-lathe-accent");
    private final Label held = probe("-lathe-held");

    ChartColours(Runnable changed) {
        probes().forEach(probe ->
                ((Label) probe).textFillProperty().addListener((property, before, now) -> changed.run()));
        surface.fontProperty().addListener((property, before, now) -> changed.run());
    }

    /** Invisible nodes that the style sheets colour; the chart's parent holds them. */
    List<Node> probes() {
        return List.of(surface, quiet, line, accent, held);
    }

    Color surface() {
        return colour(surface);
    }

    Color quiet() {
        return colour(quiet);
    }

    Color line() {
        return colour(line);
    }

    Color accent() {
        return colour(accent);
    }

    Color faintAccent() {
        Color full = accent();
        return new Color(full.getRed(), full.getGreen(), full.getBlue(), FAINT);
    }

    Color held() {
        return colour(held);
    }

    /** For the numbers along an axis. */
    Font tickFont() {
        return new Font(surface.getFont().getFamily(), Font.PLAIN, TICK_SIZE);
    }

    /**
     * For names. Never equal to {@link #tickFont}: FXGraphics2D 2.1.5 passes over a font that equals its last one,
     * though the canvas has forgotten it between two drawings; two fonts in turn are set each time.
     */
    Font nameFont() {
        return new Font(surface.getFont().getFamily(), Font.PLAIN, NAME_SIZE);
    }

    private static Label probe(String colour) {
        Label label = new Label();
        label.setStyle("-fx-text-fill: " + colour + ";");
        label.setManaged(false);
        label.setVisible(false);
        return label;
    }

    private static Color colour(Label probe) {
        return probe.getTextFill() instanceof javafx.scene.paint.Color c
                ? new Color((float) c.getRed(), (float) c.getGreen(), (float) c.getBlue(), (float) c.getOpacity())
                : Color.GRAY;
    }
}
