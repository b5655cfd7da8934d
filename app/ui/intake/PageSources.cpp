#include "app/ui/intake/PageSources.h"

#include "app/counter/Counter.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/PlacePage.h"

#include <QFileDialog>

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
}

void PageSources::scan() {
    m_place.banner()->clear();
    if (const auto begun = m_counter.scanning().scan(domain::ports::ScanRequest(), m_holder); !begun)
        m_place.banner()->show(begun.error());
}

void PageSources::chooseFiles() {
    auto* dialog = new QFileDialog(&m_place, tr("Take pages from files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Pages (*.pdf *.jpg *.jpeg *.jfif *.png *.tif *.tiff *.bmp *.webp)"));
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        if (const auto begun = m_counter.scanning().importFiles(paths, m_holder); !begun)
            m_place.banner()->show(begun.error());
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
    m_place.banner()->show(words.tone, tr("%1: %2").arg(file.name, words.what), kept, words.next);
}

void PageSources::tellOfFile(const QString& name, const base::Error& error) {
    if (!m_counter.inbox().deliversTo(m_holder))
        return;
    Banner& banner = *m_place.banner();
    if (name.isEmpty()) {
        banner.show(error);
    } else {
        const ErrorWords words = errorWords(error);
        // What happened before the file was taken in leaves it as it was.
        const bool takenIn = error.code.startsWith(QLatin1String("watch."));
        banner.show(words.tone, tr("%1: %2").arg(name, words.what),
            takenIn ? words.kept : tr("The file is in the watched folder as it was; delete it there when it is no longer needed."), words.next);
    }
    // Whoever works in another place now hears of it too.
    if (!m_place.isVisible())
        emit m_place.noticed({Tone::Warning, banner.text()});
}

}
