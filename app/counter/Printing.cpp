#include "app/counter/Printing.h"

#include "app/base/Logging.h"
#include "app/domain/Limits.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace motcua::counter {

using domain::DossierId;
using domain::ports::PrintReceipt;

namespace {

constexpr int mostCopiesInOneJob = domain::limits::mostSheetsAJob;

/// Letters, digits, dots and hyphens of a code or a volume label, so that it can name a file.
QString asFileName(QString name) {
    for (QChar& c : name)
        if (!c.isLetterOrNumber() && c != QLatin1Char('.') && c != QLatin1Char('-'))
            c = QLatin1Char('_');
    return name;
}

}

Printing::Printing(const Ports& ports, const Desk& desk, CommandRunner& runner)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_intentions(ports, desk), m_onDisk(ports, desk) {
    constexpr std::chrono::seconds often(5);
    m_look.setInterval(often);
    connect(&m_look, &QTimer::timeout, this, &Printing::lookAfterStopped);
    connect(this, &Printing::unprintedChanged, this, &Printing::keepList);
    // A clock that was wrong, a disk that was full: whoever records something again can record this too.
    const auto again = [this] {
        if (!m_unrecorded.empty())
            restore();
    };
    connect(&m_runner, &CommandRunner::appended, this, again, Qt::QueuedConnection);
}

void Printing::keepList() {
    m_onDisk.save(m_unprinted.all(), m_inHand);
}

void Printing::setTarget(const PrintTarget& target) {
    m_target = target;
    emit targetChanged();
}

void Printing::print(const QString& form, DossierId dossier, std::optional<int> copies, qint64 slip) {
    const WantedPaper paper = wanted(form, dossier, slip);
    // Paper that could not be recorded had better not be printed.
    if (const auto may = m_runner.mayRecord(); !may) {
        send(base::fail(may.error()), paper, copies.value_or(0));
        return;
    }
    m_onDisk.wantAgain(paper);
    if (!m_unprinted.hasJobs(paper)) {
        send(sheetOf(paper, copies), paper, copies.value_or(0));
        return;
    }
    withdraw(*takeInHand(paper), [this, paper, copies](const UnprintedPaper& left) {
        if (left.copies > 0)
            m_unprinted.putBack(left);
        putDown(paper);
        send(sheetOf(paper, copies), paper, copies.value_or(0));
    });
}

void Printing::printOffered(const char* offered, DossierId id) {
    const auto dossier = m_runner.dossier(id);
    const auto paper = dossier ? paperFor(*dossier, offered) : std::nullopt;
    if (paper)
        print(paper->form, id, std::nullopt);
}

void Printing::printOffered(const char* offered, const std::vector<DossierId>& dossiers) {
    std::vector<DossierId> told;
    for (const DossierId id : dossiers) {
        const auto dossier = m_runner.dossier(id);
        const auto paper = dossier ? paperFor(*dossier, offered) : std::nullopt;
        if (!paper || std::find(told.begin(), told.end(), id) != told.end())
            continue;
        const WantedPaper sheet = wanted(paper->form, id, 0);
        told.push_back(sheet.dossier);
        told.insert(told.end(), sheet.with.begin(), sheet.with.end());
        print(paper->form, id, std::nullopt);
    }
}

void Printing::printBook(domain::VolumeId volume, QDate month) {
    const auto rows = book(volume, month);
    if (!rows)
        return send(base::fail(rows.error()), {QStringLiteral("book"), {}, volume, month, {}}, 1);
    ++m_pending;
    m_ports.forms.renderApart({rows->paper.form, rows->html}, rows->values).then(this, [this, book = *rows](const base::Result<QByteArray>& pdf) {
        --m_pending;
        send(pdf.map([&](const QByteArray& bytes) { return sheetOf(book, bytes); }), book.paper, 1);
    });
}

void Printing::fail(const WantedPaper& paper, int copies, int attempt, const base::Error& error) {
    qCWarning(base::lcPaper).noquote() << paper.form << "did not come out:" << error.toLogLine();
    m_unprinted.failed(paper, copies, attempt, error);
    putDown(paper);
    emit failed(paper.form, paper.dossier, error);
    emit unprintedChanged();
}

void Printing::cameOut(const Sheet& sheet) {
    const bool was = m_unprinted.cameOut(sheet.paper, sheet.copies);
    emit printed(sheet.paper.form, sheet.paper.dossier);
    if (was)
        emit unprintedChanged();
}

void Printing::send(const base::Result<Sheet>& sheet, const WantedPaper& paper, int copies) {
    if (!sheet) {
        fail(paper, copies, ++m_attempts, sheet.error());
        return;
    }
    if (m_target.pdfDirectory.isEmpty()) {
        spool(*sheet, mostCopiesInOneJob);
        return;
    }
    const QString path = m_target.pdfDirectory + QLatin1Char('/') + asFileName(paper.name + QLatin1Char('-') + paper.form) + QStringLiteral(".pdf");
    if (const auto written = save(*sheet, path); !written)
        fail(paper, sheet->copies, ++m_attempts, written.error());
    else
        cameOut(*sheet);
}

/// More copies than one job may have go as several jobs, each recorded when it is known to have come out. All that is intended is on disk before
/// the first is spooled.
void Printing::spool(Sheet sheet, int mostInOneJob) {
    if (sheet.attempt == 0)
        sheet.attempt = ++m_attempts;
    std::vector<Sheet> parts;
    for (int left = sheet.copies; left > 0; left -= mostInOneJob) {
        Sheet part = sheet;
        part.copies = std::min(left, mostInOneJob);
        const auto intention = m_intentions.begin(part.paper, part.pdf, part.copies, m_target.queue, {});
        if (!intention) {
            fail(part.paper, part.copies, part.attempt, intention.error());
            continue;
        }
        part.intention = *intention;
        parts.push_back(std::move(part));
    }
    putDown(sheet.paper);
    for (const Sheet& part : parts) {
        ++m_pending;
        m_ports.printer.print({part.pdf, part.intention.title(), m_target.queue, part.media, part.copies})
            .then(this, [this, part](const base::Result<PrintReceipt>& receipt) { ended(part, receipt); });
    }
}

void Printing::ended(const Sheet& sheet, const base::Result<PrintReceipt>& receipt) {
    --m_pending;
    if (!receipt)
        notSpooled(sheet, receipt.error());
    else
        settle(sheet, sheet.intention.copiesOf(receipt->sides), *receipt);
}

void Printing::notSpooled(const Sheet& sheet, const base::Error& error) {
    const auto number = [&](const char* name) { return error.detail.value(QLatin1String(name)).toInt(); };
    if (const int most = number("most"); error.code == QLatin1String("print.too-many-copies") && most >= 1) {
        spool(sheet, most);
        m_intentions.end(sheet.intention);
        return;
    }
    fail(sheet.paper, sheet.copies, sheet.attempt, error);
    if (const int job = number("job"); job > 0) {
        m_unprinted.stopped(sheet.paper, {{error.detail.value(QStringLiteral("queue")), job}, sheet.copies, sheet.intention.sha256, sheet.intention});
        keepList();
        m_look.start();
        return;
    }
    // Given up by the spooler in the middle: what it had printed by then lies in the tray.
    Sheet some = sheet;
    some.isListed = true;
    settleJob(some, {domain::ports::JobFate::Gone, {error.detail.value(QStringLiteral("queue")), number("ended")}, number("sides")});
}

void Printing::settle(Sheet sheet, int out, const PrintReceipt& receipt) {
    if (out < sheet.copies && !sheet.isListed)
        fail(sheet.paper, sheet.copies, sheet.attempt,
            {QStringLiteral("print.fewer-copies"),
                {{QStringLiteral("printed"), QString::number(out)}, {QStringLiteral("copies"), QString::number(sheet.copies)}}});
    sheet.copies = out;
    if (const auto recorded = record(sheet, receipt); !recorded)
        // It came out, so it is not asked for again; that it is not on record is told, and tried once more with the next record.
        emit failed(sheet.paper.form, sheet.paper.dossier, recorded.error());
    else
        cameOut(sheet);
}

base::Outcome Printing::record(const Sheet& sheet, const PrintReceipt& receipt) {
    if (sheet.paper.dossier.isNull()) {
        m_intentions.end(sheet.intention);
        return base::done();
    }
    // One transaction, in which the intention goes: a PDF stands for all its copies.
    std::vector<domain::Command> prints;
    for (int left = sheet.copies; left > 0; left -= mostCopiesInOneJob)
        prints.push_back(domain::MarkPrinted{
            {sheet.paper.form, std::min(left, mostCopiesInOneJob), receipt.sha256, receipt.queue, receipt.job, {}, false, sheet.paper.slipNumber}});
    std::vector<Batch> batches{{sheet.paper.dossier, prints}};
    for (const DossierId other : sheet.paper.with)
        batches.push_back({other, prints});
    const auto carried = m_runner.runAll(batches, sheet.intention.id);
    if (carried)
        return base::done();
    if (!sheet.intention.id.isNull())
        m_unrecorded.push_back(sheet.intention);
    return base::fail(carried.error());
}

void Printing::printAgain(const UnprintedPaper& what) {
    auto missing = takeInHand(what.paper);
    if (!missing)
        return;
    withdraw(std::move(*missing), [this](const UnprintedPaper& left) {
        if (left.paper.dossier.isNull())
            printBook(left.paper.volume, left.paper.month);
        else
            print(left.paper.form, left.paper.dossier, left.copies > 0 ? std::optional(left.copies) : std::nullopt, left.paper.slip);
    });
}

void Printing::drop(const UnprintedPaper& what) {
    for (const WantedPaper& paper : owed())
        if (paper.isSameAs(what.paper))
            m_onDisk.letGo(paper);
    auto missing = takeInHand(what.paper);
    if (missing)
        withdraw(std::move(*missing), [this](const UnprintedPaper& left) { putDown(left.paper); });
}

void Printing::saveAsPdf(const UnprintedPaper& what, const QString& path) {
    auto missing = takeInHand(what.paper);
    if (!missing)
        return;
    withdraw(std::move(*missing), [this, path](const UnprintedPaper& left) {
        m_unprinted.putBack(left);
        putDown(left.paper);
        saveWithdrawn(left, path);
    });
}

void Printing::saveWithdrawn(const UnprintedPaper& what, const QString& path) {
    if (!what.paper.dossier.isNull())
        return keep(what, sheetOf(what.paper, what.copies > 0 ? std::optional(what.copies) : std::nullopt), path);
    const auto rows = book(what.paper.volume, what.paper.month);
    if (!rows)
        return keep(what, base::fail(rows.error()), path);
    ++m_pending;
    m_ports.forms.renderApart({rows->paper.form, rows->html}, rows->values)
        .then(this, [this, what, path, book = *rows](const base::Result<QByteArray>& pdf) {
            --m_pending;
            keep(what, pdf.map([&](const QByteArray& bytes) { return sheetOf(book, bytes); }), path);
        });
}

void Printing::keep(const UnprintedPaper& what, const base::Result<Sheet>& sheet, const QString& path) {
    const auto written = sheet ? save(*sheet, path) : base::fail(sheet.error());
    if (!written) {
        fail(what.paper, what.copies, ++m_attempts, written.error());
        return;
    }
    drop(what);
    emit saved(path);
}

base::Outcome Printing::saveBookAsPdf(domain::VolumeId volume, QDate month, const QString& path) {
    const auto rows = book(volume, month);
    auto pdf = rows ? m_ports.forms.render({rows->paper.form, rows->html}, rows->values) : base::fail(rows.error());
    if (!pdf)
        return base::fail(pdf.error());
    return save(sheetOf(*rows, *std::move(pdf)), path);
}

base::Outcome Printing::save(Sheet sheet, const QString& path) {
    const bool isOnRecord = !sheet.paper.dossier.isNull();
    if (isOnRecord) {
        const auto intention = m_intentions.begin(sheet.paper, sheet.pdf, sheet.copies, {}, path);
        if (!intention)
            return base::fail(intention.error());
        sheet.intention = *intention;
        putDown(sheet.paper);
    }
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(sheet.pdf) == sheet.pdf.size() && file.commit();
    if (!written) {
        m_intentions.end(sheet.intention);
        return base::fail(QStringLiteral("file.write-failed"), {{QStringLiteral("reason"), file.errorString()}});
    }
    return record(sheet, {{}, 0, sheet.intention.sha256});
}

void Printing::findQueues() {
    m_ports.printer.queues().then(this, [this](const base::Result<QStringList>& queues) {
        m_queues = queues.value_or(QStringList());
        emit queuesFound(queues ? base::Error() : queues.error());
    });
}

}
