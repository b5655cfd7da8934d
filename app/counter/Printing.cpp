#include "app/counter/Printing.h"

#include "app/base/Clock.h"
#include "app/base/Logging.h"
#include "app/counter/OwedPapers.h"
#include "app/counter/PrintValues.h"
#include "app/counter/SlipsMade.h"
#include "app/domain/Limits.h"
#include "app/domain/PersonName.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace motcua::counter {

using domain::Dossier;
using domain::DossierId;
using domain::ports::JobFate;
using domain::ports::PrintReceipt;

namespace {

constexpr int mostCopiesInOneJob = domain::limits::mostSheetsAJob;

/// The date by which the general papers of a dossier are looked up.
QDate dayOf(const Dossier& dossier, const Desk& desk) {
    return dossier.received.isValid() ? base::toVietnamTime(dossier.received).date() : desk.today();
}

bool isOffered(const domain::JobPaper& paper, const Dossier& dossier) {
    using domain::State;
    const auto is = [&](const char* offered) { return paper.offered == QLatin1String(offered); };
    if (is(domain::offer::accepted))
        return !dossier.code.isEmpty();
    // A dossier that was withdrawn meanwhile has been given both.
    if (is(domain::offer::supplementAsked))
        return dossier.state == State::SupplementAsked || dossier.state == State::Registered ||
               (dossier.state == State::Stopped && dossier.supplements > 0);
    if (is(domain::offer::refused))
        return dossier.state == State::Refused;
    if (is(domain::offer::paid))
        return dossier.collected > 0;
    if (is(domain::offer::numbered))
        return dossier.liveEntry() && dossier.state == State::Completed;
    return is(domain::offer::completed) && (dossier.state == State::Completed || dossier.state == State::HandedOver);
}

/// Letters, digits, dots and hyphens of a code or a volume label, so that it can name a file.
QString asFileName(QString name) {
    for (QChar& c : name)
        if (!c.isLetterOrNumber() && c != QLatin1Char('.') && c != QLatin1Char('-'))
            c = QLatin1Char('_');
    return name;
}

}

Printing::Printing(const Ports& ports, const Desk& desk, CommandRunner& runner)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_onDisk(ports, desk) {
    constexpr std::chrono::seconds often(5);
    m_look.setInterval(often);
    connect(&m_look, &QTimer::timeout, this, &Printing::lookAfterStopped);
    connect(this, &Printing::unprintedChanged, this, &Printing::keepList);
}

void Printing::keepList() {
    m_onDisk.save(m_unprinted.all(), m_underWay);
}

void Printing::restore() {
    if (std::exchange(m_isRestored, true))
        return;
    for (const UnprintedPaper& paper : m_onDisk.load())
        m_unprinted.restore(paper);
    for (const WantedPaper& paper : owed())
        if (!m_onDisk.isLetGo(paper))
            m_unprinted.restore({paper, 0, {QStringLiteral("print.interrupted")}, 0, 0, {}});
    if (m_unprinted.hasJobs())
        m_look.start();
    if (!m_unprinted.all().empty())
        emit unprintedChanged();
}

/// Between a record and its paper lie milliseconds, so the last records are enough.
std::vector<WantedPaper> Printing::owed() const {
    constexpr int lastRecords = 16;
    std::vector<WantedPaper> papers;
    const auto records = m_ports.journal.latest(lastRecords);
    if (!records)
        return papers;
    const auto formOf = [this](const OwedPaper& each) {
        const auto dossier = m_runner.dossier(each.dossier);
        const auto paper = dossier ? paperFor(*dossier, each.offered.data()) : std::nullopt;
        return paper ? paper->form : QString();
    };
    for (const OwedPaper& each : owedPapers(*records, formOf))
        papers.push_back(wanted(formOf(each), each.dossier, 0));
    return papers;
}

void Printing::setTarget(const PrintTarget& target) {
    m_target = target;
    emit targetChanged();
}

std::vector<domain::JobPaper> Printing::papersOf(const Dossier& dossier) const {
    return m_ports.archive.jobs().papersOf(dossier.job, dayOf(dossier, m_desk));
}

std::vector<domain::JobPaper> Printing::papersFor(const Dossier& dossier) const {
    std::vector<domain::JobPaper> papers = papersOf(dossier);
    std::erase_if(papers, [&](const domain::JobPaper& paper) { return !isOffered(paper, dossier); });
    return papers;
}

std::optional<domain::JobPaper> Printing::paperFor(const Dossier& dossier, const char* offered) const {
    for (domain::JobPaper& paper : papersFor(dossier))
        if (paper.offered == QLatin1String(offered))
            return std::move(paper);
    return std::nullopt;
}

domain::Wording Printing::nameOf(const QString& form, DossierId id) const {
    const auto dossier = m_runner.dossier(id);
    const auto paper = dossier ? m_ports.archive.jobs().paper(dossier->job, dayOf(*dossier, m_desk), form) : std::nullopt;
    return paper ? paper->name : domain::Wording{{QStringLiteral("vi"), form}};
}

std::vector<PrintablePaper> Printing::printable(const Dossier& dossier) const {
    std::vector<PrintablePaper> found;
    const auto history = m_ports.journal.history(dossier.id);
    for (const domain::JobPaper& paper : papersOf(dossier)) {
        std::vector<SlipMade> slips = history ? slipsMade(paper.offered, *history) : std::vector<SlipMade>();
        if (slips.empty() && isOffered(paper, dossier))
            found.push_back({paper});
        std::for_each(slips.rbegin(), slips.rend(), [&](const SlipMade& slip) { found.push_back({paper, slip.version, slip.number, slip.made}); });
    }
    std::stable_partition(found.begin(), found.end(), [&](const PrintablePaper& each) { return isOffered(each.paper, dossier); });
    return found;
}

QJsonObject Printing::said(const char* offered, DossierId id) const {
    const auto dossier = m_runner.dossier(id);
    const auto paper = dossier ? paperFor(*dossier, offered) : std::nullopt;
    QJsonObject values = paper ? valuesOf(*paper, *dossier, 0).value_or(QJsonObject()) : QJsonObject();
    values.remove(QStringLiteral("replaces"));
    return values;
}

base::Result<QJsonObject> Printing::valuesOf(const domain::JobPaper& paper, const Dossier& dossier, qint64 slip) const {
    const auto history = m_ports.journal.history(dossier.id);
    return history ? PrintValues(m_desk, m_ports.archive.catalogue()).of(paper, dossier, *history, m_target.attestationTop, slip)
                   : base::fail(history.error());
}

base::Result<Printing::Sheet> Printing::sheetOf(const WantedPaper& wanted, std::optional<int> copies) const {
    const auto dossier = m_runner.dossier(wanted.dossier);
    if (!dossier)
        return base::fail(dossier.error());
    const domain::Jobs& jobs = m_ports.archive.jobs();
    const QDate day = dayOf(*dossier, m_desk);
    const auto paper = jobs.paper(dossier->job, day, wanted.form);
    if (!paper)
        return base::fail(QStringLiteral("print.nothing-to-say"), {{QStringLiteral("form"), wanted.form}});
    const auto values = valuesOf(*paper, *dossier, wanted.slip);
    if (!values)
        return base::fail(values.error());
    const domain::ports::Form sheet(wanted.form, jobs.templateOf(dossier->job, day, wanted.form));
    auto pdf = m_ports.forms.render(sheet, *values);
    const auto media = pdf ? m_ports.forms.media(sheet) : base::fail(pdf.error());
    if (!media)
        return base::fail(media.error());
    const int owed = paper->attests ? dossier->job.attestations : paper->copies.isEmpty() ? 1 : dossier->facts.value(paper->copies).toInt(1);
    return Sheet{wanted, std::move(*pdf), *media, std::max(copies.value_or(owed), 1)};
}

/// Later slips have files of their own.
WantedPaper Printing::wanted(const QString& form, DossierId id, qint64 slip) const {
    const auto dossier = m_runner.dossier(id);
    WantedPaper paper{form, id, {}, {}, dossier && !dossier->code.isEmpty() ? dossier->code : id.toString()};
    const auto about = dossier ? m_ports.archive.jobs().paper(dossier->job, dayOf(*dossier, m_desk), form) : std::nullopt;
    const auto history = about ? m_ports.journal.history(id) : base::Result<std::vector<domain::Event>>(std::vector<domain::Event>());
    const std::vector<SlipMade> slips = about && history ? slipsMade(about->offered, *history) : std::vector<SlipMade>();
    const auto which = slip == 0 && !slips.empty()
                           ? std::prev(slips.end())
                           : std::find_if(slips.begin(), slips.end(), [slip](const SlipMade& each) { return each.version == slip; });
    if (which == slips.end())
        return paper;
    paper.slip = which->version;
    paper.slipNumber = which->number;
    if (which != slips.begin())
        paper.name += QLatin1Char(' ') + (which->number.isEmpty() ? QString::number(which->version) : which->number);
    return paper;
}

Printing::Sheet Printing::sheetOf(const BookSheet& book, QByteArray pdf) {
    return {book.paper, std::move(pdf), QStringLiteral("A4"), 1};
}

/// What took the place of each spoiled row, wherever it stands: where it is known.
QHash<int, QString> Printing::replacementsIn(const std::vector<domain::BookEntry>& entries) const {
    QHash<int, QString> found;
    for (const domain::BookEntry& entry : entries) {
        if (entry.spoiledReason.isEmpty())
            continue;
        const auto dossier =
            m_ports.archive.dossierOfEntry(entry.volume, entry.number).and_then([this](DossierId id) { return m_runner.dossier(id); });
        const domain::BookEntry* next = dossier ? dossier->entryAfter(entry) : nullptr;
        if (next)
            found.insert(entry.number, QStringLiteral("số %1, quyển số %2").arg(next->numberLabel, next->volumeLabel));
    }
    return found;
}

/// When each spoiled row was struck out and by whom: what the column has no room to sign is said there (certification.md §9).
QHash<int, QString> Printing::spoilingsIn(const std::vector<domain::BookEntry>& entries) const {
    QHash<int, QString> found;
    for (const domain::BookEntry& entry : entries) {
        if (entry.spoiledReason.isEmpty())
            continue;
        const auto history =
            m_ports.archive.dossierOfEntry(entry.volume, entry.number).and_then([this](DossierId id) { return m_ports.journal.history(id); });
        for (const domain::Event& event : history.value_or(std::vector<domain::Event>())) {
            const auto* spoiled = std::get_if<domain::EntrySpoiled>(&event.body);
            if (!spoiled || spoiled->volume != entry.volume || spoiled->number != entry.number)
                continue;
            const QString day = QStringLiteral("ngày ") + base::toVietnamTime(event.at).toString(QStringLiteral("dd/MM/yyyy"));
            const QString who = m_desk.nameOf(event.actor);
            found.insert(entry.number, who.isEmpty() ? day : day + QStringLiteral(", ") + domain::wholeName(who));
        }
    }
    return found;
}

base::Result<Printing::BookSheet> Printing::book(domain::VolumeId volume, QDate month) const {
    const auto about = m_ports.archive.volume(volume);
    if (!about)
        return base::fail(about.error());
    const auto entries = m_ports.archive.entries(volume);
    if (!entries)
        return base::fail(entries.error());
    const domain::Jobs& jobs = m_ports.archive.jobs();
    const domain::JobBook* book = jobs.book(about->symbol);
    if (!book)
        return base::fail(QStringLiteral("book.unknown"), {{QStringLiteral("symbol"), about->symbol}});
    const QString label = month.isValid() ? about->label() + month.toString(QStringLiteral("-MM")) : about->label();
    return BookSheet{{book->form, {}, volume, month, label}, jobs.bookTemplate(about->symbol),
        PrintValues(m_desk, m_ports.archive.catalogue()).ofBook({*book, *about, *entries, month, replacementsIn(*entries), spoilingsIn(*entries)})};
}

base::Result<QByteArray> Printing::preview(const QString& form, DossierId dossier, qint64 slip) const {
    return sheetOf(wanted(form, dossier, slip), 1).map([](Sheet sheet) { return std::move(sheet.pdf); });
}

QFuture<base::Result<QByteArray>> Printing::previewBook(domain::VolumeId volume, QDate month) const {
    const auto rows = book(volume, month);
    if (!rows)
        return QtFuture::makeReadyFuture(base::Result<QByteArray>(base::fail(rows.error())));
    return m_ports.forms.renderApart({rows->paper.form, rows->html}, rows->values);
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
    auto missing = m_unprinted.take(paper);
    emit unprintedChanged();
    withdraw(std::move(*missing), [this, paper, copies](const UnprintedPaper& left) {
        if (left.copies > 0)
            m_unprinted.putBack(left);
        send(sheetOf(paper, copies), paper, copies.value_or(0));
    });
}

void Printing::printOffered(const char* offered, DossierId id) {
    const auto dossier = m_runner.dossier(id);
    const auto paper = dossier ? paperFor(*dossier, offered) : std::nullopt;
    if (paper)
        print(paper->form, id, std::nullopt);
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
        spool(*sheet);
        return;
    }
    const QString path = m_target.pdfDirectory + QLatin1Char('/') + asFileName(paper.name + QLatin1Char('-') + paper.form) + QStringLiteral(".pdf");
    if (const auto written = save(*sheet, path); !written)
        fail(paper, sheet->copies, ++m_attempts, written.error());
    else
        cameOut(*sheet);
}

/// More copies than one job may have go as several jobs, each recorded when the spooler has taken it.
void Printing::spool(const Sheet& sheet) {
    ++m_attempts;
    m_underWay.push_back({sheet.paper, sheet.copies, {}, m_attempts, 0, {}});
    keepList();
    for (int left = sheet.copies; left > 0; left -= mostCopiesInOneJob) {
        Sheet part = sheet;
        part.copies = std::min(left, mostCopiesInOneJob);
        const QString title = QStringLiteral("%1 %2").arg(sheet.paper.name, sheet.paper.form);
        ++m_pending;
        m_ports.printer.print({sheet.pdf, title, m_target.queue, sheet.media, part.copies})
            .then(this, [this, part, attempt = m_attempts](const base::Result<PrintReceipt>& receipt) { ended(part, attempt, receipt); });
    }
}

void Printing::ended(const Sheet& sheet, int attempt, const base::Result<PrintReceipt>& receipt) {
    --m_pending;
    std::erase_if(m_underWay, [&](UnprintedPaper& each) {
        if (each.attempt == attempt)
            each.copies -= sheet.copies;
        return each.copies <= 0;
    });
    if (receipt) {
        keepList();
        settle(sheet, *receipt);
        return;
    }
    const base::Error& error = receipt.error();
    fail(sheet.paper, sheet.copies, attempt, error);
    const int job = error.detail.value(QStringLiteral("job")).toInt();
    if (error.code != QLatin1String("print.stopped") || job == 0)
        return;
    const QByteArray digest = QCryptographicHash::hash(sheet.pdf, QCryptographicHash::Sha256).toHex();
    m_unprinted.stopped(sheet.paper, {{error.detail.value(QStringLiteral("queue")), job}, sheet.copies, QString::fromLatin1(digest)});
    keepList();
    m_look.start();
}

void Printing::settle(const Sheet& sheet, const PrintReceipt& receipt) {
    if (const auto recorded = record(sheet, receipt); !recorded)
        // It came out, so it is not asked for again; that it is not on record is told.
        emit failed(sheet.paper.form, sheet.paper.dossier, recorded.error());
    else
        cameOut(sheet);
}

base::Outcome Printing::record(const Sheet& sheet, const PrintReceipt& receipt) {
    if (sheet.paper.dossier.isNull())
        return base::done();
    // One transaction: a PDF stands for all its copies.
    std::vector<domain::Command> prints;
    for (int left = sheet.copies; left > 0; left -= mostCopiesInOneJob)
        prints.push_back(domain::MarkPrinted{
            {sheet.paper.form, std::min(left, mostCopiesInOneJob), receipt.sha256, receipt.queue, receipt.job, {}, false, sheet.paper.slipNumber}});
    const auto carried = m_runner.run(sheet.paper.dossier, prints);
    if (!carried)
        return base::fail(carried.error());
    return base::done();
}

void Printing::printAgain(const UnprintedPaper& what) {
    auto missing = m_unprinted.take(what.paper);
    if (!missing)
        return;
    emit unprintedChanged();
    withdraw(std::move(*missing), [this](const UnprintedPaper& left) {
        if (left.paper.dossier.isNull())
            printBook(left.paper.volume, left.paper.month);
        else
            print(left.paper.form, left.paper.dossier, left.copies > 0 ? std::optional(left.copies) : std::nullopt, left.paper.slip);
    });
}

void Printing::withdraw(UnprintedPaper missing, const Then& then) {
    if (missing.jobs.empty()) {
        then(missing);
        return;
    }
    ++m_pending;
    m_ports.printer.withdraw(missing.jobs.back().job).then(this, [this, missing, then](const base::Result<JobFate>& fate) mutable {
        --m_pending;
        if (!fate) {
            missing.error = fate.error();
            m_unprinted.putBack(missing);
            emit failed(missing.paper.form, missing.paper.dossier, missing.error);
            emit unprintedChanged();
            return;
        }
        const StoppedJob job = missing.jobs.back();
        missing.jobs.pop_back();
        const bool out = *fate == JobFate::CameOut;
        missing.copies -= out ? job.copies : 0;
        if (out)
            stoppedJobCameOut(missing.paper, job);
        else
            emit jobEnded(missing.paper, *fate);
        if (missing.copies > 0 || !missing.jobs.empty())
            withdraw(std::move(missing), then);
    });
}

void Printing::stoppedJobCameOut(const WantedPaper& paper, const StoppedJob& job) {
    settle({paper, {}, {}, job.copies}, {job.job.queue, job.job.number, job.sha256});
    emit jobEnded(paper, JobFate::CameOut);
}

/// Who puts paper in has done all that is needed: what comes out then leaves the list by itself.
void Printing::lookAfterStopped() {
    if (!m_unprinted.hasJobs())
        m_look.stop();
    // A copy: an answer may change the list.
    const std::vector<UnprintedPaper> all = m_unprinted.all();
    for (const UnprintedPaper& missing : all)
        for (const StoppedJob& stopped : missing.jobs)
            m_ports.printer.fateOf(stopped.job).then(this, [this, paper = missing.paper, stopped](const base::Result<JobFate>& fate) {
                if (!fate || *fate == JobFate::Waits || !m_unprinted.forgetJob(paper, stopped.job))
                    return;
                if (*fate == JobFate::CameOut)
                    stoppedJobCameOut(paper, stopped);
            });
}

void Printing::drop(const UnprintedPaper& what) {
    auto missing = m_unprinted.take(what.paper);
    if (!missing)
        return;
    for (const WantedPaper& paper : owed())
        if (paper.isSameAs(what.paper))
            m_onDisk.letGo(paper);
    emit unprintedChanged();
    withdraw(std::move(*missing), [](const UnprintedPaper&) {});
}

void Printing::saveAsPdf(const UnprintedPaper& what, const QString& path) {
    auto missing = m_unprinted.take(what.paper);
    if (!missing)
        return;
    withdraw(std::move(*missing), [this, path](const UnprintedPaper& left) {
        m_unprinted.putBack(left);
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

base::Outcome Printing::saveBookAsPdf(domain::VolumeId volume, const QString& path) {
    const auto rows = book(volume, {});
    auto pdf = rows ? m_ports.forms.render({rows->paper.form, rows->html}, rows->values) : base::fail(rows.error());
    if (!pdf)
        return base::fail(pdf.error());
    return save(sheetOf(*rows, *std::move(pdf)), path);
}

base::Outcome Printing::save(const Sheet& sheet, const QString& path) {
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(sheet.pdf) == sheet.pdf.size() && file.commit();
    if (!written)
        return base::fail(QStringLiteral("file.write-failed"), {{QStringLiteral("reason"), file.errorString()}});
    const QString digest = QString::fromLatin1(QCryptographicHash::hash(sheet.pdf, QCryptographicHash::Sha256).toHex());
    return record(sheet, {{}, 0, digest});
}

void Printing::findQueues() {
    m_ports.printer.queues().then(this, [this](const base::Result<QStringList>& queues) {
        m_queues = queues.value_or(QStringList());
        emit queuesFound(queues ? base::Error() : queues.error());
    });
}

}
