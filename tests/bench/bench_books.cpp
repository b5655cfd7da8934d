// A year's book of 5,000 rows: on the screen with what its window shows of it, again while records arrive, found by a name, to PDF and to a workbook.
// The baseline of the screen is the whole of it read and decoded, as the window did it before; of the files, their rows as lines of plain text.

#include "app/journal/model/DossierTable.h"
#include "app/paper/HtmlFormRenderer.h"
#include "app/paper/XlsxBook.h"
#include "app/sqlite/Connection.h"
#include "app/ui/books/BookModel.h"
#include "app/ui/style/Theme.h"
#include "tests/support/counter/MemoryArchive.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QHeaderView>
#include <QJsonDocument>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace motcua;

namespace {

constexpr int rowsOfAYear = 5'000;
constexpr int rounds = 11;

/// The read model's own tables, with nothing behind them.
class BookArchive final : public domain::ports::Archive {
public:
    BookArchive() : m_memory(*sqlite::Connection::inMemory()), m_table(*m_memory) {
        m_volume.id = domain::VolumeId(QUuid(20, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
        m_volume.year = 2026;
        m_volume.symbol = QStringLiteral("SCT/BS");
        if (!m_table.create() || !m_memory->execute("BEGIN"))
            qFatal("no table");
        for (int number = 1; number <= rowsOfAYear; ++number)
            add(number);
        if (!m_memory->execute("COMMIT"))
            qFatal("no rows");
    }
    void add(int number) {
        domain::BookEntry entry;
        entry.volume = m_volume.id;
        entry.number = number;
        entry.volumeLabel = m_volume.label();
        entry.numberLabel = QStringLiteral("%1").arg(number, 5, 10, QLatin1Char('0'));
        entry.date = QDate(2026, 1, 2).addDays(number * 360 / rowsOfAYear);
        entry.applicant = QStringLiteral("Nguyễn Thị Hồng %1").arg(number);
        entry.document = QStringLiteral("Bằng tốt nghiệp trung học phổ thông số %1").arg(number * 7);
        entry.signer = {domain::UserId(QUuid(2, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), QStringLiteral("Trần Văn Hùng"),
            QStringLiteral("PHÓ CHỦ TỊCH"), QStringLiteral("KT. CHỦ TỊCH")};
        entry.copies = 1 + number % 5;
        entry.fee = 2'000 * entry.copies;
        if (!m_table.putEntry(entry, domain::DossierId(QUuid::createUuid())))
            qFatal("no row");
    }
    counter::BookOfYear book() const { return {m_volume.symbol, m_volume.year, {m_volume}}; }

    base::Result<std::vector<domain::BookEntry>> entries(domain::VolumeId id) const override { return m_table.entries(id); }
    base::Result<std::vector<domain::ports::BookLine>> lines(domain::VolumeId id) const override { return m_table.lines(id); }
    base::Result<domain::BookEntry> entry(domain::VolumeId id, int number) const override { return m_table.entry(id, number); }
    base::Result<std::vector<domain::ports::DossierRow>> dossiers(const domain::ports::DossierFilter&) const override { return nothing(); }
    base::Result<std::vector<domain::ports::DossierRow>> search(const QString&, int) const override { return nothing(); }
    base::Result<domain::Dossier> dossier(domain::DossierId) const override { return nothing(); }
    base::Result<std::vector<domain::Volume>> volumes() const override { return std::vector{m_volume}; }
    base::Result<domain::Volume> volume(domain::VolumeId) const override { return m_volume; }
    base::Result<domain::DossierId> dossierOfEntry(domain::VolumeId, int) const override { return nothing(); }
    base::Result<int> lastSerial(QDate) const override { return nothing(); }
    base::Result<std::map<domain::State, int>> countsByState() const override { return nothing(); }
    const domain::Catalogue& catalogue() const override { return m_published.catalogue; }
    const domain::Jobs& jobs() const override { return m_published.jobs; }
    const domain::UnitSettings& settings() const override { return m_published.settings; }
    const domain::Calendar& calendar() const override { return m_published.calendar; }
    const std::vector<domain::Account>& accounts() const override { return m_published.accounts; }
    const domain::CodeRange& codeRange() const override { return m_published.range; }

private:
    static decltype(base::fail(QString())) nothing() { return base::fail(QStringLiteral("bench.nothing")); }

    std::unique_ptr<sqlite::Connection> m_memory;
    journal::DossierTable m_table;
    domain::Volume m_volume;
    test::MemoryArchive::Published m_published;
};

template <class Work>
double medianMs(Work work, int times = rounds) {
    std::vector<double> measured;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        measured.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::nth_element(measured.begin(), measured.begin() + times / 2, measured.end());
    return measured[static_cast<size_t>(times / 2)];
}

void report(const char* name, double value, double baseline, double goal) {
    std::printf("%s\t%.1f\tms\t%.1f\t%.2f\t<=%.0f\t%s\n", name, value, baseline, value / baseline, goal, value <= goal ? "met" : "missed");
}

QJsonObject printed(int rows) {
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/tests/data/paper/book.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no example");
    QJsonObject values = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray example = values[QLatin1String("entries")].toArray();
    QJsonArray entries;
    for (int i = 0; i < rows; ++i)
        entries.append(example[i % example.size()]);
    values[QLatin1String("entries")] = entries;
    return values;
}

domain::ports::BookTable tableOf(const counter::BookRows& rows) {
    domain::ports::BookTable table;
    table.name = QStringLiteral("SCT/BS 2026");
    for (const domain::BookColumn& column : rows.columns())
        table.columns.push_back({column.title, column.width, column.value == QLatin1String("number")});
    for (int i = 0; i < rows.size(); ++i) {
        domain::ports::BookTable::Row row;
        for (const domain::BookColumn& column : rows.columns())
            row.cells.push_back(rows.cells().value(column, rows.at(i)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

double plainLines(const QString& path) {
    return medianMs([&] {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("not open");
        for (int i = 0; i < rowsOfAYear; ++i)
            file.write(QStringLiteral("%1\tNguyễn Thị Hồng\tBằng tốt nghiệp trung học phổ thông\tTrần Văn Hùng\t2\t4.000\n").arg(i).toUtf8());
    });
}

}

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const ui::Theme theme(&application);
    BookArchive archive;
    const domain::JobKind* job = archive.jobs().ofBook(QStringLiteral("SCT/BS"));
    const double whole = medianMs([&] {
        qint64 fees = 0;
        const auto entries = archive.entries(archive.book().volumes.front().id);
        for (const domain::BookEntry& entry : *entries)
            fees += entry.fee;
        if (fees == 0)
            qFatal("no fees");
    });
    ui::BookModel model(archive);
    QTableView view;
    view.setModel(&model);
    view.resize(1'100, 600);
    view.show();
    const auto onScreen = [&] {
        if (!model.show(archive.book(), job))
            qFatal("not shown");
        view.setCurrentIndex(model.index(model.rowCount() - 1, 0));
        view.scrollToBottom();
        view.grab();
    };
    constexpr double screenGoal = 100;
    constexpr double strokeGoal = 50;
    report("books.5000-on-screen", medianMs([&] {
        model.clear();
        onScreen();
    }),
        whole, screenGoal);
    int next = rowsOfAYear;
    report("books.record-arrives", medianMs([&] {
        archive.add(++next);
        onScreen();
    }),
        whole, strokeGoal);
    report("books.filter-first",
        medianMs(
            [&] {
                model.clear();
                onScreen();
                QEventLoop loop;
                QObject::connect(&model, &ui::BookModel::filtered, &loop, &QEventLoop::quit, Qt::QueuedConnection);
                model.setFilter({QStringLiteral("hong 4999")});
                loop.exec();
                model.setFilter({});
            },
            3),
        whole, 1'000);
    onScreen();
    model.setFilter({QStringLiteral("hong")});
    while (model.rowCount() == 0)
        QCoreApplication::processEvents();
    report("books.filter-next", medianMs([&] {
        model.setFilter({QStringLiteral("hong 49")});
        model.setFilter({QStringLiteral("hong 4")});
    }),
        whole, strokeGoal);
    const QTemporaryDir directory;
    const double lines = plainLines(directory.filePath(QStringLiteral("lines.txt")));
    counter::BookRows rows(archive);
    if (!rows.read(archive.book(), job))
        return 1;
    paper::XlsxBook workbook;
    constexpr double workbookGoal = 2'000;
    report("books.5000-to-xlsx",
        medianMs(
            [&] {
                rows.clear();
                if (!rows.read(archive.book(), job) || !workbook.write(tableOf(rows), directory.filePath(QStringLiteral("so.xlsx"))).result())
                    qFatal("not written");
            },
            3),
        lines, workbookGoal);
    paper::HtmlFormRenderer renderer;
    const QJsonObject values = printed(rowsOfAYear);
    constexpr double pdfGoal = 3'000;
    report("books.5000-to-pdf",
        medianMs(
            [&] {
                if (!renderer.render(QStringLiteral("book"), values))
                    qFatal("not printed");
            },
            3),
        lines, pdfGoal);
    return 0;
}
