package credence.testkit;

import credence.desktop.desk.Desk;
import credence.desktop.desk.Desks;
import credence.service.ServiceException;
import credence.service.port.Progress;

/// Two desks made by hand. The sample comes first while there is one.
public final class FakeDesks implements Desks {

    private final boolean sampleFirst;
    private boolean broken;

    public final FakeDesk own;
    public final FakeDesk sample = new FakeDesk(true, "sample-1", "sample-2");

    public FakeDesks(boolean sampleFirst, String... ownBots) {
        this.sampleFirst = sampleFirst;
        this.own = new FakeDesk(false, ownBots);
    }

    /// From now on the own workspace cannot be opened.
    public void breakDown() {
        broken = true;
    }

    @Override
    public Desk openFirst(Progress progress) {
        return sampleFirst ? sample : openOwn(progress);
    }

    @Override
    public Desk openOwn(Progress progress) {
        if (broken) {
            throw new ServiceException("The workspace is in use by another program.");
        }
        return own;
    }

    @Override
    public Desk openSample(Progress progress) {
        return sample;
    }
}
