package lathe.export.card;

import java.util.List;
import java.util.Locale;
import lathe.run.StepMetrics;

/** The losses of a run as a small picture: steps from left to right, stages one after another. */
final class LossCurve {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 240;
    private static final int EDGE = 40;
    private static final int MOST_POINTS = 400;

    private final List<StepMetrics> steps;
    private final double least;
    private final double most;

    LossCurve(List<StepMetrics> steps) {
        this.steps = steps;
        least = steps.stream().mapToDouble(StepMetrics::loss).min().orElse(0);
        most = steps.stream().mapToDouble(StepMetrics::loss).max().orElse(1);
    }

    /** The picture as SVG: a line for training, dots for evaluations, a bar between stages. */
    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\" fill=\"#888\">%n",
                WIDTH,
                HEIGHT));
        svg.append(text(4, EDGE, String.format(Locale.ROOT, "%.2f", most)));
        svg.append(text(4, HEIGHT - EDGE, String.format(Locale.ROOT, "%.2f", least)));
        svg.append(text(EDGE, HEIGHT - 12, "loss · 损失"));
        svg.append(text(WIDTH - 120, HEIGHT - 12, steps.size() + " steps · 步"));
        svg.append("<polyline fill=\"none\" stroke=\"#2f6fde\" stroke-width=\"1.5\" points=\"");
        int every = Math.max(1, steps.size() / MOST_POINTS);
        for (int i = 0; i < steps.size(); i += every) {
            svg.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", x(i), y(steps.get(i).loss())));
        }
        svg.append("\"/>\n");
        marks(svg);
        return svg.append("</svg>\n").toString();
    }

    private void marks(StringBuilder svg) {
        for (int i = 0; i < steps.size(); i++) {
            Double held = steps.get(i).evalLoss();
            if (held != null) {
                svg.append(String.format(
                        Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#d9822b\"/>%n", x(i), y(held)));
            }
            if (i > 0 && steps.get(i).stage() != steps.get(i - 1).stage()) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#bbb\"/>%n",
                        x(i),
                        x(i),
                        EDGE,
                        HEIGHT - EDGE));
            }
        }
    }

    private static String text(int x, int y, String words) {
        return String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s</text>%n", x, y, words);
    }

    private double x(int step) {
        return EDGE + (double) step / Math.max(1, steps.size() - 1) * (WIDTH - 2 * EDGE);
    }

    private double y(double loss) {
        double share = most > least ? (Math.min(Math.max(loss, least), most) - least) / (most - least) : 0;
        return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
    }
}
