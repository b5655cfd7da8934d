#include "app/capture/FileClaims.h"
#include "tests/support/sane/TestPages.h"
#include "tests/support/sane/WatchedInbox.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace motcua;
using namespace motcua::capture;
using namespace motcua::capture::test;

namespace {

/// What somebody does who may write into the folder and knows the moment: the file has been looked at, and is about to be read.
class Swapped final : public domain::ports::Scanner {
public:
    Swapped(SaneScanner& real, QByteArray with) : m_real(real), m_with(std::move(with)) {}

    std::unique_ptr<domain::ports::ScanJob> findDevices() override { return m_real.findDevices(); }
    std::vector<domain::ports::ScannerDevice> devices() const override { return m_real.devices(); }
    std::unique_ptr<domain::ports::ScanJob> scan(const domain::ports::ScanRequest& request) override { return m_real.scan(request); }
    std::unique_ptr<domain::ports::ScanJob> importFiles(const QStringList& paths) override {
        const QByteArray path = QFile::encodeName(paths.first());
        swaps += ::unlink(path.constData()) == 0 && ::symlink(m_with.constData(), path.constData()) == 0 ? 1 : 0;
        return m_real.importFiles(paths);
    }

    int swaps = 0;

private:
    SaneScanner& m_real;
    QByteArray m_with;
};

}

/// A watched directory that others may write into: a link that takes a file's place is not followed, and a claim can be read by all.
class tst_WatchedLinks : public QObject, private WatchedInbox {
    Q_OBJECT

private slots:
    void init() { QVERIFY(begin()); }
    void swappedForALinkIsNotFollowed();
    void swappedForALinkBeforeStored();
    void aClaimIsReadByOtherUsersDesks();
};

/// A paper that lies elsewhere and is this user's alone: nothing of it is read, and it stays.
void tst_WatchedLinks::swappedForALinkIsNotFollowed() {
    const QString letter = m_bench->write(QStringLiteral("letter.pdf"), pdf(3));
    put(QStringLiteral("scan.pdf"), pdf(1));
    Swapped scanner(*m_scanner, QFile::encodeName(letter));
    WatchedDirectory directory(settings(), scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.refused.size(), 1, deadline);
    QCOMPARE(scanner.swaps, 1);
    QCOMPARE(watch.refused[0][1].value<base::Error>().code, QStringLiteral("import.damaged"));
    QCOMPARE(watch.pages.size(), 0);
    QCOMPARE(watch.imported.size(), 0);
    QVERIFY(QFile::exists(letter));
}

/// Read as it should be, and swapped before its pages were sealed: what the link leads to is not deleted.
void tst_WatchedLinks::swappedForALinkBeforeStored() {
    const QString letter = m_bench->write(QStringLiteral("letter.pdf"), pdf(3));
    const QString path = put(QStringLiteral("scan.pdf"), pdf(1));
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(QFile::remove(path) && QFile::link(letter, path));
    QCOMPARE(directory.stored(path).error().code, QStringLiteral("watch.changed"));
    QVERIFY(QFile::exists(letter));
    QCOMPARE(watch.pages.size(), 1);
}

/// Whatever mask the program runs with.
void tst_WatchedLinks::aClaimIsReadByOtherUsersDesks() {
    put(QStringLiteral("scan.pdf"), pdf(1));
    const mode_t before = ::umask(S_IRWXG | S_IRWXO);
    FileClaims claims(m_path, "desk-A", deadline);
    const Claim taken = claims.take("scan.pdf");
    ::umask(before);
    QCOMPARE(taken, Claim::Mine);
    struct stat state = {};
    QCOMPARE(
        ::stat((QFile::encodeName(m_path) + "/.motcua-claim-" + QCryptographicHash::hash("scan.pdf", QCryptographicHash::Sha1).toHex()).constData(),
            &state),
        0);
    QCOMPARE(state.st_mode & ALLPERMS, mode_t(0644));
}

QTEST_GUILESS_MAIN(tst_WatchedLinks)
#include "tst_WatchedLinks.moc"
