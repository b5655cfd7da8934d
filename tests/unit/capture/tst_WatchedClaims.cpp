#include "app/capture/FileClaims.h"
#include "tests/support/sane/TestPages.h"
#include "tests/support/sane/WatchedInbox.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

#include <functional>
#include <sys/stat.h>
#include <unistd.h>

using namespace motcua::capture;
using namespace motcua::capture::test;

/// Two desks on one directory: each file is one desk's.
class tst_WatchedClaims : public QObject, private WatchedInbox {
    Q_OBJECT

private slots:
    void init() { QVERIFY(begin()); }
    void twoDesks();
    void deadDesksClaimIsTakenOver();
    void whatStandsAtAClaimsNameIsPassedOver_data();
    void whatStandsAtAClaimsNameIsPassedOver();
    void aLinkedClaimIsNotWrittenInto();
    void lostClaimIsTold();
    void ownClaimOfAnEarlierLife();
};

void tst_WatchedClaims::twoDesks() {
    WatchedDirectory one(settings(), *m_scanner);
    WatchedDirectory other(settings(), *m_scanner);
    Watch first(one);
    Watch second(other);
    for (WatchedDirectory* desk : {&one, &other})
        connect(desk, &WatchedDirectory::fileImported, desk, [desk](const QString& file) { QVERIFY(desk->stored(file)); });
    QVERIFY(one.start());
    QVERIFY(other.start());
    constexpr int files = 12;
    for (int i = 1; i <= files; ++i)
        put(QStringLiteral("scan %1.pdf").arg(i), pdf(i));
    QTRY_COMPARE_WITH_TIMEOUT(everything(), QStringList(), deadline);
    QCOMPARE(first.imported.size() + second.imported.size(), files);
    QCOMPARE(first.refused.size() + second.refused.size(), 0);
    QSet<int> pages;
    for (const QSignalSpy* spy : {&first.pages, &second.pages})
        for (const auto& told : *spy)
            pages.insert(told[1].value<motcua::domain::ports::ScannedPage>().pages);
    QCOMPARE(pages.size(), files);
}

/// The claim of a desk that is gone, as it leaves it behind when its machine stops.
void tst_WatchedClaims::deadDesksClaimIsTakenOver() {
    put(QStringLiteral("scan.pdf"), pdf(1));
    auto dead = std::make_unique<FileClaims>(m_path, "dead", 60'000);
    QCOMPARE(dead->take("scan.pdf"), Claim::Mine);
    auto patient = settings();
    patient.claimMs = 700;
    WatchedDirectory directory(patient, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(!dead->isMine("scan.pdf"));
    QVERIFY(directory.stored(m_path + QStringLiteral("/scan.pdf")));
    dead.reset();
    QCOMPARE(everything(), QStringList());
}

void tst_WatchedClaims::whatStandsAtAClaimsNameIsPassedOver_data() {
    QTest::addColumn<std::function<bool(const QByteArray& claim)>>("put");
    using Put = std::function<bool(const QByteArray&)>;
    QTest::newRow("a directory") << Put([](const QByteArray& at) { return ::mkdir(at.constData(), 0700) == 0; });
    QTest::newRow("a directory with something in it")
        << Put([](const QByteArray& at) { return ::mkdir(at.constData(), 0700) == 0 && ::mkdir((at + "/in it").constData(), 0700) == 0; });
    QTest::newRow("a pipe") << Put([](const QByteArray& at) { return ::mkfifo(at.constData(), 0600) == 0; });
    QTest::newRow("a link that leads nowhere") << Put([](const QByteArray& at) { return ::symlink("/nowhere", at.constData()) == 0; });
}

/// Whoever may write into the folder can put anything there.
void tst_WatchedClaims::whatStandsAtAClaimsNameIsPassedOver() {
    QFETCH(std::function<bool(const QByteArray& claim)>, put);
    const QByteArray name("scan.pdf");
    this->put(QString::fromLatin1(name), pdf(1));
    QVERIFY(put(QFile::encodeName(m_path) + "/.motcua-claim-" + QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex()));
    auto patient = settings();
    patient.claimMs = 700;
    WatchedDirectory directory(patient, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(directory.stored(m_path + QStringLiteral("/scan.pdf")));
}

/// Another file under a claim's name, or under the name that a claim was made by before it is put in place, stays as it is.
void tst_WatchedClaims::aLinkedClaimIsNotWrittenInto() {
    const QByteArray folder = QFile::encodeName(m_path);
    const QByteArray claim = folder + "/.motcua-claim-" + QCryptographicHash::hash("scan.pdf", QCryptographicHash::Sha1).toHex();
    const QByteArray victim = folder + "/../letter";
    const auto letter = [&victim] {
        QFile file(QFile::decodeName(victim));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    m_bench->write(QStringLiteral("letter"), "desk-A\nthat was all");
    FileClaims claims(m_path, "desk-A", 1);
    put(QStringLiteral("scan.pdf"), pdf(1));
    QCOMPARE(::link(victim.constData(), claim.constData()), 0);
    QCOMPARE(claims.take("scan.pdf"), Claim::Mine);
    int beats = 0;
    QTRY_VERIFY_WITH_TIMEOUT((claims.refresh(), ++beats > 3), deadline);
    QCOMPARE(letter(), QByteArray("desk-A\nthat was all"));
    // The dead claim of another desk, and a pipe where this one's used to be written.
    QCOMPARE(::unlink(claim.constData()), 0);
    put(QString::fromLatin1(claim.mid(claim.lastIndexOf('/') + 1)), "dead\n1\n");
    QCOMPARE(::mkfifo((claim + '-' + QCryptographicHash::hash("desk-A", QCryptographicHash::Sha1).toHex()).constData(), 0600), 0);
    FileClaims other(m_path, "desk-A", 1);
    QTRY_COMPARE_WITH_TIMEOUT(other.take("scan.pdf"), Claim::Mine, deadline);
}

void tst_WatchedClaims::lostClaimIsTold() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(QStringLiteral("scan.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    for (const QString& claim : QDir(m_path).entryList({".motcua-claim-*"}, QDir::Files | QDir::Hidden))
        m_bench->write(QStringLiteral("inbox/") + claim, "another desk\n1\n");
    QCOMPARE(directory.stored(path).error().code, QStringLiteral("watch.taken-elsewhere"));
    QCOMPARE(inside(), QStringList{"scan.pdf"});
}

void tst_WatchedClaims::ownClaimOfAnEarlierLife() {
    put(QStringLiteral("scan.pdf"), pdf(1));
    put(QStringLiteral(".motcua-claim-%1").arg(QString::fromLatin1(QCryptographicHash::hash("scan.pdf", QCryptographicHash::Sha1).toHex())),
        "desk 7\n4\n");
    auto own = settings();
    own.owner = "desk 7";
    WatchedDirectory directory(own, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
}

QTEST_GUILESS_MAIN(tst_WatchedClaims)
#include "tst_WatchedClaims.moc"
