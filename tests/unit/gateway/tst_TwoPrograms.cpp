// Two programs that serve the same data: what one counts, leases and takes in is the other's too.

#include "sync/gateway/Platform.h"
#include "sync/gateway/commands/Founding.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/keys/RateLimit.h"
#include "sync/gateway/store/EnrolmentTable.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/gateway/store/UnitTable.h"
#include "sync/protocol/Act.h"
#include "sync/protocol/Vouchers.h"
#include "tests/support/counter/ManualClock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <vector>

using namespace motcua;
using gateway::Platform;
using gateway::Tables;

class tst_TwoPrograms : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void countGuessesTogether();
    void nobodyIsShutOutByOthers();
    void whoWasRightIsForgiven();
    void aTryCountsFromItsBeginning();
    void whoAnAddressIs_data();
    void whoAnAddressIs();
    void loginsAreGuessedNoFurther();
    void aCodeOfAnotherAuthorityIsWrong();
    void codesAreOverOneDay();
    void aClockSetBackShutsNobodyOut();
    void goOnWithEachOthersUploads();
    void doNotFillTheSameUpload();
    void aRequestThatGoesOnKeepsItsUpload();
    void aRequestThatDiedLosesIt();
    void countUploadsTogether();
    void leaveEachOthersFilesAlone();
    void sweepWhatNoRecordNames();
    void leaveRoomOnTheDisk();
    void leaveRoomForOtherUnits();

private:
    std::unique_ptr<Platform> open(const gateway::PageBounds& bounds = {.reserve = 0}) {
        auto platform = Platform::open(m_data, {}, m_clock, bounds);
        return platform ? std::move(*platform) : nullptr;
    }
    static QByteArray hashOf(const QByteArray& content) { return protocol::Digest::of(content); }
    template <class T>
    static QString codeOf(const base::Result<T>& result) {
        return result ? QString() : result.error().code;
    }
    /// The content that the station's unit has put there; nothing: none.
    QByteArray held(Platform& platform, const QByteArray& content) const {
        const auto file = platform.blobs().open(m_peer, hashOf(content));
        return file ? (*file)->readAll() : QByteArray();
    }
    static QString says(gateway::RateLimit& limit, const QString& address) {
        const auto allowed = limit.begin(address);
        return !allowed ? allowed.error().code : *allowed ? QStringLiteral("go on") : QStringLiteral("too many");
    }
    base::Outcome send(Platform& platform, const QUuid& upload, qint64 offset, const QByteArray& piece) const {
        const auto writing = platform.uploads().write(m_peer, upload, offset);
        if (!writing)
            return base::fail(writing.error());
        return (*writing)->append(piece.constData(), static_cast<size_t>(piece.size())).and_then([&](base::Done) { return (*writing)->finish(); });
    }
    gateway::Upload begin(const QByteArray& content) {
        return m_one->uploads().create(m_peer, {hashOf(content), content.size()}).value_or(gateway::Upload());
    }
    QString guess(Platform& platform, const QString& address) {
        return codeOf(platform.enrolment().enrol({QString(36, QLatin1Char('0')), {}, {}}, m_key.get(), address, {}));
    }

    QTemporaryDir m_directory;
    const QString m_data = m_directory.filePath(QStringLiteral("gateway"));
    test::ManualClock m_clock;
    protocol::KeyPointer m_key = gateway::newEllipticKey();
    std::unique_ptr<Platform> m_one;
    std::unique_ptr<Platform> m_other;
    gateway::Peer m_peer;
    int m_day = 0;
};

void tst_TwoPrograms::initTestCase() {
    const auto founded = gateway::found({.directory = m_data,
                                            .hosts = {QStringLiteral("localhost")},
                                            .catalogue = QStringLiteral(MOTCUA_SOURCE_DIR "/resources/catalogue"),
                                            .catalogueVersion = QStringLiteral("2026-11-01"),
                                            .unit = QStringLiteral("H49.30"),
                                            .isTraining = true,
                                            .hasDeskVolumes = true},
        m_clock);
    QVERIFY2(founded, founded ? "" : qPrintable(founded.error().toLogLine()));
}

void tst_TwoPrograms::init() {
    // What one test left is over in the next.
    m_clock.set(QDate(2026, 11, 23).addDays(3 * ++m_day), QTime(9, 0));
    m_one = open();
    m_other = open();
    QVERIFY(m_one && m_other);
    QVERIFY(m_one->uploads().expire());
    const auto desks = m_one->store().read([](const Tables& tables) {
        return tables.units().find(QStringLiteral("H49.30")).and_then([&](const auto& unit) { return tables.stations().ofUnit(unit->key); });
    });
    QVERIFY(desks && desks->size() == 4);
    m_peer = desks->front().peer;
}

void tst_TwoPrograms::countGuessesTogether() {
    const QString address = QStringLiteral("192.0.2.1");
    for (int i = 0; i < 10; ++i)
        QCOMPARE(guess(i % 2 == 0 ? *m_one : *m_other, address), QStringLiteral("enrolment.code-wrong"));
    QCOMPARE(guess(*m_one, address), QStringLiteral("request.too-many"));
    QCOMPARE(guess(*m_other, address), QStringLiteral("request.too-many"));
    QCOMPARE(guess(*m_other, QStringLiteral("192.0.2.2")), QStringLiteral("enrolment.code-wrong"));
    // A restart forgets nothing, time does.
    m_one = open();
    QCOMPARE(guess(*m_one, address), QStringLiteral("request.too-many"));
    m_clock.advance(61);
    QVERIFY(m_other->enrolment().expire());
    const auto left = m_one->store().read([&](const Tables& tables) {
        return tables.enrolments().failures(address, {0, m_clock.now().toMSecsSinceEpoch()});
    });
    QVERIFY(left && *left == 0);
    QCOMPARE(guess(*m_one, address), QStringLiteral("enrolment.code-wrong"));
    QCOMPARE(guess(*m_other, address), QStringLiteral("enrolment.code-wrong"));
}

void tst_TwoPrograms::nobodyIsShutOutByOthers() {
    gateway::RateLimit one(m_one->store(), m_clock, {.most = 3});
    gateway::RateLimit other(m_other->store(), m_clock, {.most = 3});
    for (int i = 0; i < 60; ++i)
        for (int j = 0; j < 4; ++j)
            QCOMPARE(
                says(i % 2 == 0 ? one : other, QStringLiteral("192.0.2.%1").arg(i)), j < 3 ? QStringLiteral("go on") : QStringLiteral("too many"));
    QCOMPARE(says(one, QStringLiteral("192.0.2.77")), QStringLiteral("go on"));
    QCOMPARE(says(other, QStringLiteral("192.0.2.7")), QStringLiteral("too many"));
}

void tst_TwoPrograms::whoWasRightIsForgiven() {
    gateway::RateLimit limit(m_one->store(), m_clock, {.most = 2});
    const QString address = QStringLiteral("192.0.2.1");
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(says(limit, address), QStringLiteral("go on"));
        QVERIFY(limit.forgive(address));
    }
    QCOMPARE(says(limit, address), QStringLiteral("go on"));
    QCOMPARE(says(limit, address), QStringLiteral("go on"));
    QCOMPARE(says(limit, address), QStringLiteral("too many"));
}

/// Sixty at once are no more than sixty one after the other.
void tst_TwoPrograms::aTryCountsFromItsBeginning() {
    std::vector<std::future<QString>> guesses;
    for (int i = 0; i < 60; ++i)
        guesses.push_back(std::async(std::launch::async, [this, i] { return guess(i % 2 == 0 ? *m_one : *m_other, QStringLiteral("192.0.2.9")); }));
    int lookedAt = 0;
    for (auto& each : guesses)
        lookedAt += each.get() == QLatin1String("enrolment.code-wrong");
    QCOMPARE(lookedAt, 10);
}

void tst_TwoPrograms::whoAnAddressIs_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("who");
    QTest::newRow("of four numbers") << "192.0.2.1"
                                     << "192.0.2.1";
    QTest::newRow("written as of eight") << "::ffff:192.0.2.1"
                                         << "192.0.2.1";
    QTest::newRow("of eight") << "2001:db8:1:2:3:4:5:6"
                              << "2001:db8:1:2::";
    QTest::newRow("another of the same network") << "2001:db8:1:2::1"
                                                 << "2001:db8:1:2::";
    QTest::newRow("none") << "here"
                          << "here";
}

void tst_TwoPrograms::whoAnAddressIs() {
    QFETCH(QString, address);
    QTEST(gateway::RateLimit::whoAt(address), "who");
}

/// Whoever holds a code, from however many addresses.
void tst_TwoPrograms::loginsAreGuessedNoFurther() {
    const auto made = m_one->stations().makeCode(m_peer.id, m_one->authority().der());
    QVERIFY(made);
    const auto ask = [&](const QString& login, int from) {
        Platform& platform = from % 2 == 0 ? *m_one : *m_other;
        return codeOf(platform.enrolment().outlook({made->code, login}, QStringLiteral("192.0.2.%1").arg(from), {}));
    };
    for (int i = 0; i < 10; ++i)
        QCOMPARE(ask(QStringLiteral("login%1").arg(i), i), QStringLiteral("enrolment.login-unknown"));
    QCOMPARE(ask(QStringLiteral("lan.nt"), 20), QStringLiteral("request.too-many"));
    const QString enrolled =
        codeOf(m_one->enrolment().enrol({made->code, {}, {}, QStringLiteral("lan.nt")}, m_key.get(), QStringLiteral("192.0.2.20"), {}));
    QCOMPARE(enrolled, QStringLiteral("request.too-many"));
    m_clock.advance(61);
    QCOMPARE(ask(QStringLiteral("lan.nt"), 20), QString());
}

void tst_TwoPrograms::aCodeOfAnotherAuthorityIsWrong() {
    const auto made = m_one->stations().makeCode(m_peer.id, m_one->authority().der());
    QVERIFY(made);
    QString code = made->code;
    code.back() = code.back() == QLatin1Char('0') ? QLatin1Char('1') : QLatin1Char('0');
    QCOMPARE(codeOf(m_one->enrolment().outlook({code, QStringLiteral("lan.nt")}, QStringLiteral("192.0.2.1"), {})),
        QStringLiteral("enrolment.code-wrong"));
    QCOMPARE(codeOf(m_one->enrolment().enrol({code, {}, {}}, m_key.get(), QStringLiteral("192.0.2.1"), {})), QStringLiteral("enrolment.code-wrong"));
    QCOMPARE(codeOf(m_one->enrolment().outlook({made->code, QStringLiteral("lan.nt")}, QStringLiteral("192.0.2.1"), {})), QString());
}

void tst_TwoPrograms::codesAreOverOneDay() {
    const auto desk = m_one->stations().makeCode(m_peer.id, m_one->authority().der());
    QVERIFY(desk);
    const auto asked = [&] { return codeOf(m_one->enrolment().outlook({desk->code, QStringLiteral("lan.nt")}, QStringLiteral("192.0.2.1"), {})); };
    const auto person = gateway::Activations::makeCode(m_one->store(), m_clock, QStringLiteral("H49.30"), QStringLiteral("lan.nt"), {.days = 2});
    QVERIFY(person);
    const auto key = protocol::PersonKey::make().value_or(nullptr);
    const auto activated = [&] {
        const auto offer = protocol::makeOffer(*key, QStringLiteral("lan.nt"), person->code, 0);
        return offer ? codeOf(m_other->activations().activate(m_peer, *offer)) : codeOf(offer);
    };
    m_clock.advance(m_clock.now().secsTo(desk->expires) - 1);
    QCOMPARE(asked(), QString());
    m_clock.advance(1);
    QCOMPARE(asked(), QStringLiteral("enrolment.code-wrong"));
    m_clock.advance(m_clock.now().secsTo(person->expires));
    QCOMPARE(activated(), QStringLiteral("activation.code-wrong"));
    m_clock.advance(-1);
    QCOMPARE(activated(), QString());
}

void tst_TwoPrograms::aClockSetBackShutsNobodyOut() {
    gateway::RateLimit limit(m_one->store(), m_clock, {.most = 1});
    const QString address = QStringLiteral("192.0.2.1");
    QCOMPARE(says(limit, address), QStringLiteral("go on"));
    QCOMPARE(says(limit, address), QStringLiteral("too many"));
    m_clock.advance(-20);
    QCOMPARE(says(limit, address), QStringLiteral("too many"));
    m_clock.advance(-3600);
    QCOMPARE(says(limit, address), QStringLiteral("go on"));
}

void tst_TwoPrograms::goOnWithEachOthersUploads() {
    const QByteArray content(1000, 'a');
    const gateway::Upload upload = begin(content);
    QVERIFY(send(*m_one, upload.id, 0, content.left(300)));
    QCOMPARE(m_other->uploads().find(m_peer, upload.id)->offset, 300);
    QCOMPARE(codeOf(send(*m_other, upload.id, 0, content)), QStringLiteral("blob.wrong-offset"));
    QVERIFY(send(*m_other, upload.id, 300, content.mid(300, 300)));
    QCOMPARE(m_one->uploads().find(m_peer, upload.id)->offset, 600);
    QVERIFY(send(*m_one, upload.id, 600, content.mid(600)));
    QCOMPARE(held(*m_other, content), content);
    // It says so to whoever lost the last answer, through either program, and does not count as open any more.
    const auto over = m_other->uploads().find(m_peer, upload.id);
    QVERIFY(over && over->isKept);
    QCOMPARE(over->offset, qint64(1000));
    QVERIFY(send(*m_one, upload.id, 1000, {}));
    QCOMPARE(codeOf(send(*m_one, upload.id, 1000, "x")), QStringLiteral("blob.too-large"));
    QCOMPARE(held(*m_other, content), content);
    m_clock.advance(gateway::Uploads::lifetime / 1000 + 1);
    QVERIFY(m_one->uploads().expire());
    QCOMPARE(codeOf(m_other->uploads().find(m_peer, upload.id)), QStringLiteral("blob.upload-unknown"));
}

void tst_TwoPrograms::doNotFillTheSameUpload() {
    const QByteArray content(1000, 'b');
    const gateway::Upload upload = begin(content);
    {
        const auto writing = m_one->uploads().write(m_peer, upload.id, 0);
        QVERIFY(writing && (*writing)->append(content.constData(), 400));
        QCOMPARE(codeOf(send(*m_other, upload.id, 0, content)), QStringLiteral("blob.busy"));
        QCOMPARE(codeOf(send(*m_one, upload.id, 0, content)), QStringLiteral("blob.busy"));
        QCOMPARE(codeOf(m_other->uploads().remove(m_peer, upload.id)), QStringLiteral("blob.busy"));
        (*writing)->drop();
    }
    QCOMPARE(m_other->uploads().find(m_peer, upload.id)->offset, 0);
    QVERIFY(send(*m_other, upload.id, 0, content));
    QVERIFY(m_one->blobs().holds(m_peer, hashOf(content)));
}

void tst_TwoPrograms::aRequestThatGoesOnKeepsItsUpload() {
    const QByteArray content(1000, 'c');
    const gateway::Upload upload = begin(content);
    const auto writing = m_one->uploads().write(m_peer, upload.id, 0);
    QVERIFY(writing);
    for (int piece = 0; piece < 10; ++piece) {
        m_clock.advance(20);
        QVERIFY((*writing)->append(content.constData(), 100));
        QCOMPARE(codeOf(send(*m_other, upload.id, 0, content)), QStringLiteral("blob.busy"));
    }
    QVERIFY((*writing)->finish());
    QVERIFY(m_other->blobs().holds(m_peer, hashOf(content)));
}

void tst_TwoPrograms::aRequestThatDiedLosesIt() {
    const QByteArray content = QByteArray(500, 'd') + QByteArray(500, 'e');
    const gateway::Upload upload = begin(content);
    QVERIFY(send(*m_one, upload.id, 0, content.left(100)));
    auto writing = m_one->uploads().write(m_peer, upload.id, 100);
    QVERIFY(writing && (*writing)->append(QByteArray(300, 'x').constData(), 300));
    m_clock.advance(gateway::Uploads::leaseTime / 1000 + 1);
    // The other program takes over where the last whole piece ended.
    {
        const auto theirs = m_other->uploads().write(m_peer, upload.id, 100);
        QVERIFY(theirs && (*theirs)->append(content.constData() + 100, 400));
        // The one that was thought dead comes to life: it may do no harm.
        QCOMPARE(codeOf((*writing)->append("x", 1)), QStringLiteral("blob.busy"));
        (*writing)->drop();
        writing->reset();
        QVERIFY((*theirs)->finish());
    }
    QCOMPARE(m_one->uploads().find(m_peer, upload.id)->offset, 500);
    QVERIFY(send(*m_one, upload.id, 500, content.mid(500)));
    QCOMPARE(held(*m_other, content), content);
}

void tst_TwoPrograms::countUploadsTogether() {
    std::vector<QUuid> ids;
    for (int i = 0; i < gateway::Uploads::mostPerStation; ++i) {
        m_clock.advance(1);
        const auto made = (i % 2 == 0 ? *m_one : *m_other).uploads().create(m_peer, {hashOf(QByteArray::number(i)), 10});
        QVERIFY(made);
        ids.push_back(made->id);
    }
    // The oldest that nobody fills makes room, whichever program it was begun at; those that are being filled stay.
    const auto filling = m_one->uploads().write(m_peer, ids[0], 0);
    QVERIFY(filling);
    QVERIFY(m_other->uploads().create(m_peer, {hashOf("x"), 10}));
    QVERIFY(m_one->uploads().find(m_peer, ids[0]));
    QCOMPARE(codeOf(m_one->uploads().find(m_peer, ids[1])), QStringLiteral("blob.upload-unknown"));
    QVERIFY(!QFile::exists(QString(m_data + QStringLiteral("/uploads/")) + ids[1].toString(QUuid::WithoutBraces)));
    QVERIFY(m_one->uploads().find(m_peer, ids[2]));
    std::vector<std::unique_ptr<gateway::Uploads::Writing>> all;
    for (size_t i = 2; i < ids.size(); ++i)
        all.push_back(*m_other->uploads().write(m_peer, ids[i], 0));
    QVERIFY(m_one->uploads().create(m_peer, {hashOf("y"), 10})); // ends "x"
    all.push_back(*m_one->uploads().write(m_peer, m_one->uploads().create(m_peer, {hashOf("z"), 10})->id, 0));
    QCOMPARE(codeOf(m_one->uploads().create(m_peer, {hashOf("u"), 10})), QStringLiteral("request.too-many"));
}

/// One that starts removes what a crash left, not what another is about to write a row for.
void tst_TwoPrograms::leaveEachOthersFilesAlone() {
    const QByteArray content(100, 'f');
    const gateway::Upload upload = begin(content);
    QFile stray(QString(m_data + QStringLiteral("/uploads/stray")));
    QVERIFY(stray.open(QIODevice::WriteOnly));
    stray.close();
    m_clock.set(QDateTime::currentDateTimeUtc().toOffsetFromUtc(7 * 3600).date(), QDateTime::currentDateTimeUtc().toOffsetFromUtc(7 * 3600).time());
    QVERIFY(m_other->uploads().sweep());
    QVERIFY(stray.exists());
    m_clock.advance(gateway::Uploads::lifetime / 1000 + 60);
    QVERIFY(m_other->uploads().sweep());
    QVERIFY(!stray.exists());
    QVERIFY(QFile::exists(QString(m_data + QStringLiteral("/uploads/")) + upload.id.toString(QUuid::WithoutBraces)));
}

void tst_TwoPrograms::sweepWhatNoRecordNames() {
    const QByteArray named(100, 'n');
    const QByteArray forgotten(100, 'o');
    for (const QByteArray& content : {named, forgotten})
        QVERIFY(m_one->blobs().put(m_peer, hashOf(content), content));
    QVERIFY(m_other->store().write([&](Tables& tables) { return tables.blobs().setNamed(hashOf(named), m_peer.unit); }));
    m_clock.advance(gateway::Blobs::unnamedLifetime / 1000 - 1);
    const QByteArray fresh(100, 'p');
    QVERIFY(m_one->blobs().put(m_peer, hashOf(fresh), fresh));
    QVERIFY(m_other->blobs().sweepUnnamed());
    QCOMPARE(held(*m_one, forgotten), forgotten);
    m_clock.advance(2);
    QVERIFY(m_other->blobs().sweepUnnamed());
    QVERIFY(!m_one->blobs().holds(m_peer, hashOf(forgotten)));
    QVERIFY(!QFile::exists(m_one->blobs().pathOf(hashOf(forgotten))));
    QCOMPARE(held(*m_one, named), named);
    QCOMPARE(held(*m_one, fresh), fresh);
    // It may come again.
    QVERIFY(m_one->blobs().put(m_peer, hashOf(forgotten), forgotten));
    QCOMPARE(held(*m_other, forgotten), forgotten);
}

void tst_TwoPrograms::leaveRoomOnTheDisk() {
    const QByteArray content(100, 'q');
    const gateway::Upload upload = begin(content);
    const auto full = open({.reserve = std::numeric_limits<qint64>::max() / 2});
    QVERIFY(full);
    const QString code = QStringLiteral("platform.disk-reserve");
    QCOMPARE(codeOf(full->blobs().put(m_peer, hashOf(content), content)), code);
    QCOMPARE(codeOf(full->uploads().create(m_peer, {hashOf(content), content.size()})), code);
    QCOMPARE(codeOf(send(*full, upload.id, 0, content)), code);
    // Nothing of it came, and it goes on when there is room.
    QCOMPARE(m_one->uploads().find(m_peer, upload.id)->offset, 0);
    QVERIFY(send(*m_one, upload.id, 0, content));
    QCOMPARE(held(*full, content), content);
}

/// What is kept counts for a day, and what is announced until it is over; a small blob as one piece of a file.
void tst_TwoPrograms::leaveRoomForOtherUnits() {
    constexpr qint64 quota = 1024LL * 1024;
    m_clock.advance(25 * 3600);
    const auto bounded = open({.reserve = 0, .unitADay = quota});
    QVERIFY(bounded);
    QVERIFY(bounded->uploads().expire());
    const QString code = QStringLiteral("platform.unit-quota");
    const auto announce = [&](char name, qint64 bytes) { return bounded->uploads().create(m_peer, {hashOf(QByteArray(1, name)), bytes}); };
    const auto large = announce('a', quota - 65536);
    QVERIFY2(large, qPrintable(codeOf(large)));
    const QByteArray small(100, 'r');
    QVERIFY(bounded->blobs().put(m_peer, hashOf(small), small));
    QCOMPARE(codeOf(announce('b', 1)), code);
    const QByteArray more(100, 's');
    QCOMPARE(codeOf(bounded->blobs().put(m_peer, hashOf(more), more)), code);
    // Another unit has its own.
    gateway::Peer other = m_peer;
    other.unit += 1;
    QVERIFY(bounded->blobs().put(other, hashOf(more), more));
    // What was given up makes room at once, what is kept after a day.
    QVERIFY(bounded->uploads().remove(m_peer, large->id));
    QVERIFY(announce('c', quota - 65536));
    QCOMPARE(codeOf(announce('d', 1)), code);
    m_clock.advance(25 * 3600);
    QVERIFY(announce('e', 65536));
}

QTEST_GUILESS_MAIN(tst_TwoPrograms)
#include "tst_TwoPrograms.moc"
