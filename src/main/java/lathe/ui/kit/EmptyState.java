package lathe.ui.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing yet: what goes here, why, and one thing to do. */
public final class EmptyState extends VBox {
    private static final double TEXT_WIDTH = 460;

    private final FontIcon icon = new FontIcon("fth-inbox");
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button button = new Button();

    public EmptyState() {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        icon.getStyleClass().add("empty-icon");
        title.getStyleClass().add("empty-title");
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        text.setMaxWidth(TEXT_WIDTH);
        // a pane that is short of room takes it from elsewhere: half a sentence says nothing
        text.setMinHeight(USE_PREF_SIZE);
        button.getStyleClass().add("accent");
        button.visibleProperty().bind(button.textProperty().isNotEmpty());
        button.managedProperty().bind(button.visibleProperty());
        getChildren().addAll(icon, title, text, button);
    }

    /** A second, quieter thing to do. */
    public void setOther(String words, Runnable action) {
        Hyperlink other = new Hyperlink(words);
        other.setOnAction(event -> action.run());
        getChildren().add(other);
    }

    public String getIcon() {
        return icon.getIconLiteral();
    }

    public void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    public StringProperty titleProperty() {
        return title.textProperty();
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String words) {
        title.setText(words);
    }

    public StringProperty textProperty() {
        return text.textProperty();
    }

    public String getText() {
        return text.getText();
    }

    public void setText(String words) {
        text.setText(words);
    }

    public String getAction() {
        return button.getText();
    }

    /** The words of the one button; without them there is none. */
    public void setAction(String words) {
        button.setText(words);
    }

    public ObjectProperty<EventHandler<ActionEvent>> onActionProperty() {
        return button.onActionProperty();
    }

    public EventHandler<ActionEvent> getOnAction() {
        return button.getOnAction();
    }

    public void setOnAction(EventHandler<ActionEvent> handler) {
        button.setOnAction(handler);
    }
}
