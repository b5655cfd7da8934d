#include "app/ui/intake/PageSources.h"

#include "app/counter/Counter.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/PlacePage.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QStandardPaths>
#include <QTreeView>

namespace motcua::ui {

PageSources::PageSources(counter::Counter& counter, PlacePage& place, counter::PageHolder& holder)
    : QObject(&place), m_counter(counter), m_place(place), m_holder(holder) {
    connect(&counter.intake().separators(), &counter::LooseSheet::printed, this, [this] {
        if (m_place.isHidden())
            return;
        emit m_place.noticed({Tone::Success, tr("The separator sheet is printed: lay it between two papers in the feeder.")});
    });
    connect(&counter.intake().separators(), &counter::LooseSheet::failed, this, [this](const base::Error& error) {
        if (!m_place.isHidden())
            m_place.banner()->show(error);
    });
    connect(&counter.scanning(), &counter::Scanning::finished, this, &PageSources::scanEnded);
    connect(&counter.inbox(), &counter::Inbox::pagesTaken, this, [this](int pages) {
        if (!m_counter.inbox().deliversTo(m_holder))
            return;
        emit m_place.noticed({Tone::Info,
            pages > 0 ? tr("%n page(s) came from the watched folder.", nullptr, pages) : tr("A separator sheet came from the watched folder.")});
    });
    connect(&counter.inbox(), &counter::Inbox::failed, this, &PageSources::tellOfFile);
    connect(&counter.inbox(), &counter::Inbox::fileKept, this, [this](const QString& file) { noteTaken(QFileInfo(file).fileName()); });
    connect(&counter.inbox(), &counter::Inbox::directoryChanged, this, [this] { m_refused.clear(); });
}

void PageSources::clearTold() {
    m_place.banner()->clear();
    m_refusedChosen.clear();
}

void PageSources::scan() {
    if (!m_counter.scanning().isBusy())
        clearTold();
    if (const auto begun = m_counter.scanning().scan(domain::ports::ScanRequest(), m_holder); !begun)
        m_place.banner()->show(begun.error());
}

void PageSources::chooseFiles() {
    // Where the last file came from, in whatever place that was.
    static QString lastDirectory = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(&m_place, tr("Take pages from files"), lastDirectory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Pages (*.pdf *.jpg *.jpeg *.jfif *.png *.tif *.tiff *.bmp *.webp)"));
    // Sizes, kinds and days are read whole; the names have what is left.
    if (const auto* files = dialog->findChild<QTreeView*>()) {
        files->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
        files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    }
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        if (paths.isEmpty())
            return;
        lastDirectory = QFileInfo(paths.front()).absolutePath();
        // What was told of the files before these stands until all of them are read.
        if (!m_counter.scanning().isBusy())
            clearTold();
        m_counter.scanning().importFiles(paths, m_holder);
    });
    dialog->open();
}

void PageSources::printSeparator() {
    m_counter.intake().separators().print(QStringLiteral("separator"), {{QStringLiteral("sheetCode"), QLatin1String(domain::nextPaperCode)}});
}

void PageSources::scanEnded(const base::Error& error) {
    if (!m_counter.scanning().isFor(m_holder))
        return;
    const auto& file = m_counter.scanning().refusedFile();
    if (file.name.isEmpty()) {
        if (!error.code.isEmpty())
            m_place.banner()->show(error);
        return;
    }
    const ErrorWords words = errorWords(error);
    QString kept = words.kept;
    if (file.after > 0)
        kept += QLatin1Char(' ') + tr("%n file(s) chosen after it have not been taken in: choose them again.", nullptr, file.after);
    m_refusedChosen << tr("%1: %2").arg(file.name, words.what);
    m_place.banner()->show(words.tone, m_refusedChosen.join(QLatin1Char('\n')), kept, words.next);
}

void PageSources::tellOfFile(const QString& name, const base::Error& error) {
    if (!m_counter.inbox().deliversTo(m_holder))
        return;
    Banner& banner = *m_place.banner();
    if (name.isEmpty()) {
        banner.show(error);
    } else {
        // Who deleted one in the meantime has dealt with it.
        erase_if(m_refused, [this](const auto& each) { return !QFileInfo::exists(m_counter.inbox().directory() + QLatin1Char('/') + each.key()); });
        m_refused.insert(name, error);
        showRefused();
    }
    // Whoever works in another place now hears of it too.
    if (!m_place.isVisible())
        emit m_place.noticed({Tone::Warning, banner.text()});
}

/// Each by its name, with what is wrong with it.
void PageSources::showRefused() {
    Banner& banner = *m_place.banner();
    QStringList lines;
    for (auto it = m_refused.constBegin(); it != m_refused.constEnd(); ++it)
        lines << tr("%1: %2").arg(it.key(), errorWords(it.value()).what);
    const ErrorWords words = errorWords(m_refused.last());
    // What happened before a file was taken in leaves it as it was.
    const bool takenIn = m_refused.size() == 1 && m_refused.first().code.startsWith(QLatin1String("watch."));
    const QString kept = m_refused.size() == 1
                             ? tr("The file is in the watched folder as it was; delete it there when it is no longer needed.")
                             : tr("The files are in the watched folder as they were; delete them there when they are no longer needed.");
    banner.show(words.tone, lines.join(QLatin1Char('\n')), takenIn ? words.kept : kept, m_refused.size() == 1 ? words.next : QString());
    m_told = banner.text();
}

bool PageSources::isToldNow() const {
    return m_place.banner()->isShown() && m_place.banner()->text() == m_told;
}

/// What grew until it could be read is damaged no more.
void PageSources::noteTaken(const QString& name) {
    if (m_refused.remove(name) == 0 || !isToldNow())
        return;
    if (m_refused.isEmpty())
        m_place.banner()->clear();
    else
        showRefused();
}

}
