#include "app/ui/books/BooksPlace.h"

#include "app/counter/Returned.h"
#include "app/ui/books/BookFilterBar.h"
#include "app/ui/books/BookModel.h"
#include "app/ui/books/BookPreview.h"
#include "app/ui/books/ConfirmPanel.h"
#include "app/ui/books/KeeperCard.h"
#include "app/ui/books/RowNotePanel.h"
#include "app/ui/books/SpoilPanel.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/Card.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/FittedColumns.h"
#include "app/ui/widgets/FlowLayout.h"
#include "app/ui/widgets/PdfPreview.h"
#include "app/ui/widgets/PromptColumn.h"
#include "app/ui/widgets/TextLabel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>

namespace motcua::ui {

BooksPlace::BooksPlace(counter::Counter& counter, QWidget* parent)
    : PlacePage(parent), m_counter(counter), m_desk(counter.books()), m_choice(new QComboBox(this)), m_month(new QComboBox(this)),
      m_filter(new BookFilterBar(this)), m_totals(new TextLabel(TextRole::Muted, this)), m_stack(new QStackedWidget(this)),
      m_table(new QTableView(this)), m_model(new BookModel(counter.archive(), this)), m_preview(new PdfPreview(this)),
      m_paper(new BookPreview(counter.printing(), m_preview, this)), m_empty(new EmptyState(QStringLiteral("book-open"), this)),
      m_spoiling(new SpoilPanel(counter.jottings(), this)), m_noting(new RowNotePanel(this)), m_confirm(new ConfirmPanel(this)),
      m_keeper(new KeeperCard(counter.numbers(), counter.desk(), this)) {
    addActions();
    layOut();
    wire();
    retranslate();
}

void BooksPlace::addActions() {
    m_numbers = addAction(ButtonKind::Quiet, QStringLiteral("info"), QKeySequence(Qt::Key_F2));
    m_open = addAction(ButtonKind::Quiet, QStringLiteral("folder-open"), QKeySequence(Qt::Key_F4));
    m_look = addAction(ButtonKind::Quiet, QStringLiteral("eye"), QKeySequence(Qt::Key_F5));
    m_note = addAction(ButtonKind::Quiet, QStringLiteral("pencil"), QKeySequence(Qt::Key_F6));
    m_save = addAction(ButtonKind::Quiet, QStringLiteral("save"), QKeySequence(Qt::Key_F10));
    m_close = addAction(ButtonKind::Secondary, QStringLiteral("lock"), QKeySequence(Qt::Key_F7));
    m_spoil = addAction(ButtonKind::Secondary, QStringLiteral("ban"), QKeySequence(Qt::Key_F8));
    m_print = addAction(ButtonKind::Primary, QStringLiteral("printer"), QKeySequence(Qt::Key_F9));
    auto* search = new QShortcut(QKeySequence(Qt::Key_F3), this);
    connect(search, &QShortcut::activated, m_filter, &BookFilterBar::beginSearch);
    connect(m_numbers, &QPushButton::clicked, this, &BooksPlace::toggleKeeper);
    connect(m_open, &QPushButton::clicked, this, &BooksPlace::openDossierOfEntry);
    connect(m_look, &QPushButton::clicked, this, &BooksPlace::togglePreview);
    connect(m_note, &QPushButton::clicked, this, &BooksPlace::askNote);
    connect(m_save, &QPushButton::clicked, this, &BooksPlace::askWhere);
    connect(m_close, &QPushButton::clicked, this, &BooksPlace::askClosing);
    connect(m_spoil, &QPushButton::clicked, this, &BooksPlace::askSpoiling);
    connect(m_print, &QPushButton::clicked, this, [this] {
        banner()->clear();
        if (book())
            m_desk.print(printed(), month());
    });
}

void BooksPlace::layOut() {
    const Metrics& metrics = theme().metrics();
    m_choice->setObjectName(QStringLiteral("volume"));
    m_month->setObjectName(QStringLiteral("printMonth"));
    m_table->setObjectName(QStringLiteral("register"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics.rowHeight());
    m_table->horizontalHeader()->setHighlightSections(false);
    new FittedColumns(m_table);
    m_table->installEventFilter(this);
    for (QWidget* page : {static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_preview)})
        m_stack->addWidget(page);
    auto* card = new Card(this);
    card->setFlush(true);
    card->body()->addWidget(m_stack, 1);
    m_choice->setMinimumWidth(metrics.px(320));
    auto* line = new FlowLayout(Qt::AlignLeft);
    line->setSpacing(metrics.space(4));
    for (QWidget* part :
        {static_cast<QWidget*>(m_choice), static_cast<QWidget*>(m_month), static_cast<QWidget*>(m_filter), static_cast<QWidget*>(m_totals)})
        line->addWidget(part);
    body()->addLayout(line);
    auto* asking = new PromptColumn(this);
    asking->setUsable(120);
    asking->addPrompt(m_spoiling);
    asking->addPrompt(m_noting);
    asking->addPrompt(m_confirm);
    asking->addPrompt(m_keeper);
    asking->body()->addWidget(card, 1);
    body()->addWidget(asking, 1);
}

void BooksPlace::wire() {
    connect(m_choice, &QComboBox::currentIndexChanged, this, &BooksPlace::showBook);
    connect(m_month, &QComboBox::currentIndexChanged, this, [this] {
        filter();
        if (m_stack->currentWidget() == m_preview && book())
            m_paper->show(printed(), month());
    });
    connect(m_filter, &BookFilterBar::changed, this, &BooksPlace::filter);
    connect(m_filter, &BookFilterBar::entered, this, [this] { m_table->setFocus(); });
    connect(m_model, &BookModel::filtered, this, &BooksPlace::showRows);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (row.isValid())
            m_current = m_model->reference(row.row());
        showActs();
    });
    connect(m_table, &QTableView::doubleClicked, this, &BooksPlace::openDossierOfEntry);
    connect(&m_counter, &counter::Counter::archiveChanged, this, &BooksPlace::refresh);
    connect(&m_desk, &counter::BookDesk::spoiled, this, [this](const domain::BookEntry& entry, const std::optional<domain::BookEntry>& now) {
        const auto dossier =
            m_desk.dossierOf(entry.volume, entry.number).and_then([this](domain::DossierId id) { return m_counter.runner().dossier(id); });
        const bool isBack = dossier && counter::isReturned(*dossier);
        emit noticed({Tone::Success,
            now ? tr("Number %1 is spoiled; the dossier now has number %2 in volume %3.").arg(entry.numberLabel, now->numberLabel, now->volumeLabel)
            : isBack ? tr("Number %1 is spoiled; the dossier is back with its clerk.").arg(entry.numberLabel)
                     : tr("Number %1 is spoiled.").arg(entry.numberLabel)});
    });
    connect(&m_desk, &counter::BookDesk::closed, this, [this](domain::VolumeId id) {
        if (const auto closed = m_counter.archive().volume(id))
            emit noticed({Tone::Success, tr("Volume %1 is closed.").arg(closed->label())});
    });
    connect(m_spoiling, &SpoilPanel::given, this, &BooksPlace::spoil);
    connect(m_spoiling, &SpoilPanel::cancelled, this, [this] { m_table->setFocus(); });
    connect(&m_counter.jottings(), &counter::Jottings::restored, m_spoiling, &QWidget::hide);
    connect(m_noting, &RowNotePanel::given, this, &BooksPlace::note);
    connect(m_noting, &RowNotePanel::cancelled, this, [this] { m_table->setFocus(); });
    connect(&m_desk, &counter::BookDesk::noted, this, [this] { emit noticed({Tone::Success, tr("It is noted beside the row.")}); });
    connect(&m_desk.saving(), &counter::BookSaving::saved, this, [this](const QString& path) {
        emit noticed({Tone::Success, tr("Saved: %1").arg(path)});
    });
    connect(&m_desk.saving(), &counter::BookSaving::failed, this, [this](const base::Error& error) { banner()->show(error); });
    connect(m_paper, &BookPreview::failed, this, [this](const base::Error& error) { banner()->show(error); });
    connect(m_keeper, &KeeperCard::left, this, [this] { m_table->setFocus(); });
    connect(&m_counter.numbers(), &counter::NumberDesk::changed, this, [this] {
        if (isHidden())
            return;
        showSubtitle();
        sayClosing();
    });
    connect(m_confirm, &ConfirmPanel::confirmed, this, &BooksPlace::closeYear);
    connect(m_confirm, &ConfirmPanel::cancelled, this, [this] { m_table->setFocus(); });
    connect(&m_counter.printing(), &counter::Printing::printed, this, [this](const QString&, domain::DossierId dossier) {
        if (!isHidden() && dossier.isNull())
            emit noticed({Tone::Success, tr("The printer has the register.")});
    });
}

void BooksPlace::activate() {
    // Whoever comes back after the year's turn comes to the book that is being written in.
    if (book() && book()->isClosed())
        m_choice->setCurrentIndex(-1);
    refresh();
    m_table->setFocus();
}

void BooksPlace::forget() {
    leavePanels();
    m_noting->clear();
    if (m_stack->currentWidget() == m_preview)
        togglePreview();
    m_books.clear();
    m_current = {};
    m_filter->clear();
    m_model->clear();
    fillBooks();
    showBook();
}

void BooksPlace::leavePanels() {
    m_spoiling->hide();
    m_noting->hide();
    m_confirm->hide();
    m_keeper->hide();
}

void BooksPlace::openEntry(const domain::EntryReference& wanted) {
    for (size_t i = 0; i < m_books.size(); ++i)
        if (m_books[i].find(wanted.volume))
            m_choice->setCurrentIndex(static_cast<int>(i));
    m_current = wanted;
    m_filter->clear();
    m_month->setCurrentIndex(0);
    filter();
}

void BooksPlace::refresh() {
    if (isHidden())
        return;
    auto books = m_desk.books();
    if (!books) {
        banner()->show(books.error());
        return;
    }
    m_books = std::move(*books);
    fillBooks();
    showBook();
}

void BooksPlace::fillBooks() {
    const QString before = m_choice->currentData().toString();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const counter::BookOfYear& each : m_books) {
        const QString state = each.isClosed() ? tr("closed") : tr("open");
        m_choice->addItem(
            QStringList{each.label(), bookName(each), state}.join(QStringLiteral(" · ")), QStringLiteral("%1/%2").arg(each.year).arg(each.symbol));
    }
    int index = m_choice->findData(before);
    // At first the book that is being written: next year's stands ready long before New Year.
    for (const bool closed : {false, true})
        for (size_t i = 0; index < 0 && i < m_books.size(); ++i)
            if (m_books[i].year == m_counter.desk().today().year() && m_books[i].isClosed() == closed)
                index = static_cast<int>(i);
    m_choice->setCurrentIndex(qMax(0, index));
}

QString BooksPlace::bookName(const counter::BookOfYear& book) const {
    const domain::JobKind* kind = m_desk.kindOf(book);
    return kind ? kind->book->name : book.symbol;
}

void BooksPlace::showBook() {
    const counter::BookOfYear* shown = book();
    if (!shown) {
        m_model->clear();
        showRows();
        return;
    }
    // What is chosen stays chosen; the filter is asked anew when the months are known.
    const domain::EntryReference current = m_current;
    if (const auto read = m_model->show(*shown, m_desk.kindOf(*shown)); !read) {
        banner()->show(read.error());
        return;
    }
    m_current = current;
    fillMonths();
    m_filter->setSigners(m_model->all());
    filter();
    if (m_stack->currentWidget() == m_preview)
        m_paper->show(printed(), month());
}

void BooksPlace::filter() {
    counter::BookFilter wanted = m_filter->filter();
    wanted.month = month();
    m_model->setFilter(wanted);
}

/// Those that the filter leaves are there: the row that was chosen, else the last one.
void BooksPlace::showRows() {
    const int count = m_model->rowCount();
    if (count > 0) {
        const int row = m_model->find(m_current);
        m_table->setCurrentIndex(m_model->index(row >= 0 ? row : count - 1, 0));
        m_table->scrollTo(m_table->currentIndex());
    }
    m_empty->setWords(m_model->filter().isAny() ? tr("No number taken yet") : tr("No row fits the filter"),
        m_model->filter().isAny() ? tr("A number is written here when a dossier that takes one is approved.") : QString());
    if (m_stack->currentWidget() != m_preview)
        m_stack->setCurrentWidget(count == 0 ? static_cast<QWidget*>(m_empty) : m_table);
    showSubtitle();
    showTotals();
    showActs();
}

/// The whole year, and each month that has rows: a book that a computer keeps is printed and bound monthly.
void BooksPlace::fillMonths() {
    const QDate before = month();
    const QSignalBlocker quiet(m_month);
    m_month->clear();
    m_month->addItem(tr("The whole year"), QDate());
    for (const QDate first : m_model->all().months())
        m_month->addItem(tr("Month %1").arg(first.toString(QStringLiteral("MM/yyyy"))), first);
    m_month->setCurrentIndex(qMax(0, before.isValid() ? m_month->findData(before) : 0));
    m_month->setVisible(m_month->count() > 1);
}

QDate BooksPlace::month() const {
    return m_month->currentData().toDate();
}

void BooksPlace::showSubtitle() {
    const counter::BookOfYear* shown = book();
    if (!shown || !shown->isUnits())
        return setSubtitle(shown ? tr("Each station writes its own volume") : QString());
    const counter::NumbersLeft* here = shown->isClosed() ? nullptr : m_counter.numbers().leftOf(shown->symbol);
    const QString run = tr("One run of numbers for the whole unit");
    setSubtitle(!here || here->year != shown->year ? run
                : here->left == 0                  ? run + QStringLiteral(" · ") + tr("this desk has none left")
                                                   : run + QStringLiteral(" · ") + tr("this desk has %n left", nullptr, here->left));
}

void BooksPlace::showTotals() {
    const counter::BookOfYear* shown = book();
    if (!shown) {
        m_totals->setText(QString());
        return;
    }
    const counter::BookSums sums = m_model->sums();
    const bool isWhole = m_model->filter().isAny();
    QString totals = tr("%1 numbers, %2 spoiled · %3 copies · %4")
                         .arg(isWhole ? shown->total() : sums.rows)
                         .arg(isWhole ? shown->spoiled() : sums.spoiled)
                         .arg(sums.copies)
                         .arg(words::dong(sums.fees));
    if (sums.writtenOff > 0)
        totals += QStringLiteral(" · ") + tr("%1 written off, not used").arg(sums.writtenOff);
    if (!isWhole)
        totals += QStringLiteral(" · ") + tr("%1 of %2 rows").arg(m_model->rowCount()).arg(m_model->all().size());
    m_totals->setText(totals);
}

void BooksPlace::showActs() {
    const counter::BookOfYear* shown = book();
    const domain::BookEntry* row = entry();
    const domain::Volume* volume = row && shown ? shown->find(row->volume) : nullptr;
    const bool isSupervisor = m_counter.desk().may(domain::Role::Supervisor);
    m_numbers->setVisible(shown && shown->isUnits());
    m_open->setVisible(row && !row->volume.isNull());
    m_look->setVisible(shown);
    m_save->setVisible(shown);
    m_print->setVisible(shown);
    m_note->setVisible(volume && isSupervisor);
    m_spoil->setVisible(volume && !volume->closed);
    m_spoil->setEnabled(row && row->spoiledReason.isEmpty());
    const std::vector<domain::Volume> closable = closing();
    m_close->setVisible(!closable.empty() && isSupervisor);
    m_close->setLabel(!closable.empty() && m_desk.daysUntilClosing(closable.front()) > 0 ? tr("Close early") : tr("Close the year"));
    m_look->setLabel(m_stack->currentWidget() == m_preview ? tr("Rows") : tr("Preview"));
}

void BooksPlace::togglePreview() {
    if (m_stack->currentWidget() == m_preview) {
        m_paper->clear();
        m_stack->setCurrentWidget(m_model->rowCount() == 0 ? static_cast<QWidget*>(m_empty) : m_table);
        m_table->setFocus();
    } else if (book()) {
        m_stack->setCurrentWidget(m_preview);
        m_paper->show(printed(), month());
    }
    showActs();
}

void BooksPlace::toggleKeeper() {
    const counter::BookOfYear* shown = book();
    const bool opens = shown && shown->isUnits() && m_keeper->isHidden();
    leavePanels();
    if (!opens) {
        m_table->setFocus();
        return;
    }
    banner()->clear();
    m_keeper->open(shown->symbol, bookName(*shown));
}

void BooksPlace::openDossierOfEntry() {
    const domain::BookEntry* row = entry();
    if (!row || row->volume.isNull())
        return;
    if (const auto dossier = m_desk.dossierOf(row->volume, row->number); dossier)
        emit dossierRequested(*dossier);
    else
        banner()->show(dossier.error());
}

const counter::BookOfYear* BooksPlace::book() const {
    const int index = m_choice->currentIndex();
    return index < 0 || index >= static_cast<int>(m_books.size()) ? nullptr : &m_books[static_cast<size_t>(index)];
}

/// By which the book's paper is asked for.
domain::VolumeId BooksPlace::printed() const {
    return book() ? book()->volumes.front().id : domain::VolumeId();
}

const domain::BookEntry* BooksPlace::entry() const {
    return m_model->entry(m_table->currentIndex().row());
}

bool BooksPlace::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openDossierOfEntry();
            return true;
        }
    }
    return PlacePage::eventFilter(watched, event);
}

std::vector<KeyLine> BooksPlace::moreKeys() const {
    return {{QStringLiteral("Enter"), tr("Open the dossier of the number")}, {QStringLiteral("F3"), tr("Search the book")}};
}

void BooksPlace::retranslate() {
    setTitle(tr("Books"));
    m_choice->setAccessibleName(tr("Book and year"));
    m_month->setAccessibleName(tr("What is printed"));
    m_table->setAccessibleName(tr("Register"));
    m_numbers->setLabel(tr("Numbers"));
    m_open->setLabel(tr("Open dossier"));
    m_spoil->setLabel(tr("Spoil"));
    m_note->setLabel(tr("Note"));
    m_save->setLabel(tr("File"));
    m_print->setLabel(tr("Print (A4)"));
    fillBooks();
    fillMonths();
    showRows();
}

}
