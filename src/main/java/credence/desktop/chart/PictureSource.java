package credence.desktop.chart;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.events.ChartBits;
import io.fair_acc.dataset.locks.DataSetLock;
import io.fair_acc.dataset.spi.AbstractDataSet;

/// The picture of a chart as the one data set that chartfx knows of. Replaced as a whole, once per refresh.
///
/// Its points, for whatever chartfx asks of them, are those of the first line.
@SuppressWarnings({"rawtypes", "unchecked"}) // chartfx declares its locks so
final class PictureSource extends AbstractDataSet<PictureSource> {

    private static final long serialVersionUID = 1;

    private final transient ConfinedLock<PictureSource> lock = new ConfinedLock<>(this);
    private transient TimePicture picture;

    PictureSource(TimePicture picture) {
        super(picture.title(), 2);
        this.picture = picture;
    }

    TimePicture picture() {
        return picture;
    }

    void show(TimePicture next) {
        lock.writeLockGuard(
                () -> {
                    picture = next;
                    getAxisDescriptions().forEach(axis -> axis.clear());
                });
        fireInvalidated(ChartBits.DataSetData);
    }

    @Override
    public DataSetLock lock() {
        return lock;
    }

    @Override
    public double get(int dimension, int index) {
        TimeSeries line = Layers.firstLine(picture);
        return dimension == DIM_X ? line.time(index) : line.value(index);
    }

    @Override
    public int getDataCount() {
        return Layers.firstLine(picture).size();
    }

    @Override
    public DataSet recomputeLimits(int dimension) {
        Layers.extent(picture)
                .ifPresent(
                        range -> {
                            if (dimension == DIM_X) {
                                getAxisDescription(DIM_X)
                                        .set((double) range.from(), (double) range.to());
                            } else {
                                ValueFit fit = ValueFit.of(picture, range, 0);
                                getAxisDescription(DIM_Y).set(fit.low(), fit.high());
                            }
                        });
        return this;
    }

    @Override
    public DataSet set(DataSet other, boolean copy) {
        throw new UnsupportedOperationException("a picture is shown as a whole");
    }
}
