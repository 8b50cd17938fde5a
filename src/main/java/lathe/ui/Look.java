package lathe.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;

/** Theme, style sheets and the font that can show Chinese. */
public final class Look {
    private static final List<String> SHEETS = List.of(
            "tokens",
            "bridge",
            "base",
            "shell",
            "preview",
            "form",
            "pane",
            "table",
            "job",
            "chart",
            "tokens-box",
            "seen",
            "corpus",
            "browse",
            "clean",
            "clean-look");

    /** Families that hold Chinese, best first. On Linux JavaFX falls back to TrueType only, so one must be named. */
    private static final List<String> CHINESE = List.of(
            "Microsoft YaHei UI",
            "Microsoft YaHei",
            "PingFang SC",
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "Droid Sans Fallback");

    private Look() {}

    /** Dresses a scene. */
    public static void dress(Scene scene, boolean dark) {
        Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        List<String> sheets = scene.getStylesheets();
        sheets.clear();
        SHEETS.forEach(name -> sheets.add(sheet(name)));
        family().ifPresent(family -> sheets.add(fontSheet(family)));
        scene.getRoot().getStyleClass().removeAll("light", "dark");
        scene.getRoot().getStyleClass().add(dark ? "dark" : "light");
    }

    /** Lathe's icon. */
    public static Image icon() {
        return new Image(Objects.requireNonNull(Look.class.getResourceAsStream("/icons/lathe.png")));
    }

    /** The first installed family that holds Chinese. */
    public static Optional<String> family() {
        List<String> installed = Font.getFamilies();
        return CHINESE.stream().filter(installed::contains).findFirst();
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Look.class.getResource("/styles/" + name + ".css"), name)
                .toExternalForm();
    }

    private static String fontSheet(String family) {
        byte[] css = (".root { -fx-font-family: \"" + family + "\"; }").getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css);
    }
}
