package credence.desktop.table;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;

/// A share of one as a bar of fixed length with its figure beside it, for table cells: bars begin below each other and figures end
/// below each other.
final class ShareBar extends HBox {

    private static final double LENGTH = 56;
    private static final double HEIGHT = 8;

    private final Region fill = new Region();
    private final Region track = new Region();
    private final Label figure = new Label();

    ShareBar() {
        track.getStyleClass().add("share-bar");
        fix(track, LENGTH);
        fill.getStyleClass().add("share-bar-fill");
        fill.setManaged(false);
        figure.setMaxWidth(Double.MAX_VALUE);
        figure.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(figure, Priority.ALWAYS);
        getChildren().setAll(track, figure, fill);
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(6);
        setMouseTransparent(true);
    }

    /// @param shares one value in [0, 1], or none
    void show(List<Double> shares, String text) {
        figure.setText(text);
        track.setVisible(!shares.isEmpty());
        fill.setVisible(!shares.isEmpty());
        fix(fill, shares.isEmpty() ? 0 : LENGTH * Math.clamp(shares.getFirst(), 0, 1));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        fill.resizeRelocate(track.getLayoutX(), track.getLayoutY(), fill.getPrefWidth(), HEIGHT);
    }

    private static void fix(Region region, double width) {
        region.setMinSize(width, HEIGHT);
        region.setPrefSize(width, HEIGHT);
        region.setMaxSize(width, HEIGHT);
    }
}
