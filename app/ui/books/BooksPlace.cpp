#include "app/ui/books/BooksPlace.h"

#include "app/counter/Returned.h"
#include "app/ui/books/BookModel.h"
#include "app/ui/books/BookPreview.h"
#include "app/ui/books/ConfirmPanel.h"
#include "app/ui/books/KeeperCard.h"
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
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace motcua::ui {

BooksPlace::BooksPlace(counter::Counter& counter, QWidget* parent)
    : PlacePage(parent), m_counter(counter), m_desk(counter.books()), m_choice(new QComboBox(this)), m_month(new QComboBox(this)),
      m_totals(new TextLabel(TextRole::Muted, this)), m_stack(new QStackedWidget(this)), m_table(new QTableView(this)), m_model(new BookModel(this)),
      m_preview(new PdfPreview(this)), m_paper(new BookPreview(counter.printing(), m_preview, this)),
      m_empty(new EmptyState(QStringLiteral("book-open"), this)), m_spoiling(new SpoilPanel(counter.jottings(), this)),
      m_confirm(new ConfirmPanel(this)), m_keeper(new KeeperCard(counter.numbers(), this)) {
    addActions();
    layOut();
    wire();
    retranslate();
}

void BooksPlace::addActions() {
    m_numbers = addAction(ButtonKind::Quiet, QStringLiteral("info"), QKeySequence(Qt::Key_F2));
    m_open = addAction(ButtonKind::Quiet, QStringLiteral("folder-open"), QKeySequence(Qt::Key_F4));
    m_look = addAction(ButtonKind::Quiet, QStringLiteral("eye"), QKeySequence(Qt::Key_F5));
    m_save = addAction(ButtonKind::Quiet, QStringLiteral("save"), QKeySequence(Qt::Key_F6));
    m_close = addAction(ButtonKind::Secondary, QStringLiteral("lock"), QKeySequence(Qt::Key_F7));
    m_spoil = addAction(ButtonKind::Secondary, QStringLiteral("ban"), QKeySequence(Qt::Key_F8));
    m_print = addAction(ButtonKind::Primary, QStringLiteral("printer"), QKeySequence(Qt::Key_F9));
    connect(m_numbers, &QPushButton::clicked, this, &BooksPlace::toggleKeeper);
    connect(m_open, &QPushButton::clicked, this, &BooksPlace::openDossierOfEntry);
    connect(m_look, &QPushButton::clicked, this, &BooksPlace::togglePreview);
    connect(m_save, &QPushButton::clicked, this, &BooksPlace::saveBook);
    connect(m_close, &QPushButton::clicked, this, &BooksPlace::askClosing);
    connect(m_spoil, &QPushButton::clicked, this, &BooksPlace::askSpoiling);
    connect(m_print, &QPushButton::clicked, this, [this] {
        banner()->clear();
        if (volume())
            m_desk.print(volume()->id, month());
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
    for (QWidget* part : {static_cast<QWidget*>(m_choice), static_cast<QWidget*>(m_month), static_cast<QWidget*>(m_totals)})
        line->addWidget(part);
    body()->addLayout(line);
    auto* asking = new PromptColumn(this);
    asking->addPrompt(m_spoiling);
    asking->addPrompt(m_confirm);
    asking->addPrompt(m_keeper);
    asking->body()->addWidget(card, 1);
    body()->addWidget(asking, 1);
}

void BooksPlace::wire() {
    connect(m_choice, &QComboBox::currentIndexChanged, this, &BooksPlace::showVolume);
    connect(m_month, &QComboBox::currentIndexChanged, this, [this] {
        if (m_stack->currentWidget() == m_preview && volume())
            m_paper->show(volume()->id, month());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BooksPlace::showActs);
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
    connect(m_paper, &BookPreview::failed, this, [this](const base::Error& error) { banner()->show(error); });
    connect(m_keeper, &KeeperCard::left, this, [this] { m_table->setFocus(); });
    connect(&m_counter.numbers(), &counter::NumberDesk::changed, this, [this] {
        if (!isHidden())
            showSubtitle();
    });
    connect(m_confirm, &ConfirmPanel::confirmed, this, &BooksPlace::closeYear);
    connect(m_confirm, &ConfirmPanel::cancelled, this, [this] { m_table->setFocus(); });
    connect(&m_counter.printing(), &counter::Printing::printed, this, [this](const QString&, domain::DossierId dossier) {
        if (!isHidden() && dossier.isNull())
            emit noticed({Tone::Success, tr("The printer has the register.")});
    });
}

void BooksPlace::activate() {
    refresh();
    m_table->setFocus();
}

void BooksPlace::forget() {
    m_spoiling->hide();
    m_confirm->hide();
    m_keeper->hide();
    if (m_stack->currentWidget() == m_preview)
        togglePreview();
    m_volumes.clear();
    fillVolumes();
    showVolume();
}

void BooksPlace::openEntry(const domain::EntryReference& wanted) {
    m_choice->setCurrentIndex(qMax(0, m_choice->findData(wanted.volume.toString())));
    const auto& entries = m_model->entries();
    for (size_t row = 0; row < entries.size(); ++row)
        if (entries[row].volume == wanted.volume && entries[row].number == wanted.number)
            m_table->setCurrentIndex(m_model->index(static_cast<int>(row), 0));
    m_table->scrollTo(m_table->currentIndex());
}

void BooksPlace::refresh() {
    if (isHidden())
        return;
    auto volumes = m_desk.volumes();
    if (!volumes) {
        banner()->show(volumes.error());
        return;
    }
    m_volumes = std::move(*volumes);
    fillVolumes();
    showVolume();
}

void BooksPlace::fillVolumes() {
    const QString before = m_choice->currentData().toString();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const domain::Volume& each : m_volumes) {
        const QString owner = each.isUnits() ? tr("the unit's") : m_desk.isOwn(each) ? tr("this station") : tr("another station");
        const QString state = each.closed ? tr("closed") : tr("open");
        m_choice->addItem(QStringList{each.label(), bookName(each), owner, state}.join(QStringLiteral(" · ")), each.id.toString());
    }
    int index = m_choice->findData(before);
    // At first the volume that is being written: next year's stands ready long before New Year.
    for (size_t i = 0; index < 0 && i < m_volumes.size(); ++i)
        if (m_desk.isOwn(m_volumes[i]) && m_volumes[i].year == m_counter.desk().today().year())
            index = static_cast<int>(i);
    m_choice->setCurrentIndex(qMax(0, index));
}

QString BooksPlace::bookName(const domain::Volume& volume) const {
    const domain::JobBook* book = m_desk.bookOf(volume);
    return book ? book->name : volume.symbol;
}

/// The columns of a book that no kind of job has any more: those of every register.
std::vector<domain::BookColumn> BooksPlace::columnsOf(const domain::Volume& volume) const {
    if (const domain::JobBook* book = m_desk.bookOf(volume))
        return book->columns;
    return {{tr("Number"), {}, QStringLiteral("number")}, {tr("Date"), {}, QStringLiteral("date")},
        {tr("Applicant"), {}, QStringLiteral("applicant")}, {tr("About"), {}, QStringLiteral("subject")},
        {tr("Signed by"), {}, QStringLiteral("signer")}, {tr("Remark"), {}, QStringLiteral("remark")}};
}

void BooksPlace::showRows(const domain::Volume* volume, std::vector<domain::BookEntry> entries) {
    m_model->setRows(volume ? columnsOf(*volume) : std::vector<domain::BookColumn>(), std::move(entries));
}

void BooksPlace::showVolume() {
    const domain::Volume* shown = volume();
    const int row = m_table->currentIndex().row();
    auto entries = shown ? m_desk.entries(shown->id) : base::Result<std::vector<domain::BookEntry>>();
    if (!entries) {
        banner()->show(entries.error());
        return;
    }
    showRows(shown, std::move(*entries));
    fillMonths();
    const int count = m_model->rowCount();
    if (count > 0) {
        m_table->setCurrentIndex(m_model->index(row >= 0 && row < count ? row : count - 1, 0));
        m_table->scrollTo(m_table->currentIndex());
    }
    if (m_stack->currentWidget() != m_preview)
        m_stack->setCurrentWidget(count == 0 ? static_cast<QWidget*>(m_empty) : m_table);
    else if (shown)
        m_paper->show(shown->id, month());
    showSubtitle();
    showTotals();
    showActs();
}

/// The whole volume, and each month that has rows: a book that a computer keeps is printed and bound monthly.
void BooksPlace::fillMonths() {
    const QDate before = month();
    const QSignalBlocker quiet(m_month);
    m_month->clear();
    m_month->addItem(tr("Print the whole volume"), QDate());
    for (const domain::BookEntry& each : m_model->entries()) {
        const QDate first(each.date.year(), each.date.month(), 1);
        if (m_month->findData(first) < 0)
            m_month->addItem(tr("Print %1").arg(first.toString(QStringLiteral("MM/yyyy"))), first);
    }
    m_month->setCurrentIndex(qMax(0, before.isValid() ? m_month->findData(before) : 0));
    m_month->setVisible(m_month->count() > 1);
}

QDate BooksPlace::month() const {
    return m_month->currentData().toDate();
}

void BooksPlace::showSubtitle() {
    const domain::Volume* shown = volume();
    if (!shown || !shown->isUnits())
        return setSubtitle(shown ? tr("Each station writes its own volume") : QString());
    const counter::NumbersLeft* here = shown->closed ? nullptr : m_counter.numbers().leftOf(shown->symbol);
    const QString run = tr("One run of numbers for the whole unit");
    setSubtitle(!here || here->year != shown->year ? run
                : here->left == 0                  ? run + QStringLiteral(" · ") + tr("this desk has none left")
                                                   : run + QStringLiteral(" · ") + tr("this desk has %n left", nullptr, here->left));
}

void BooksPlace::showTotals() {
    const domain::Volume* shown = volume();
    if (!shown) {
        m_totals->setText(QString());
        return;
    }
    int copies = 0;
    qint64 fees = 0;
    for (const domain::BookEntry& each : m_model->entries())
        if (each.spoiledReason.isEmpty()) {
            copies += each.copies;
            fees += each.fee;
        }
    QString totals = tr("%1 numbers, %2 spoiled · %3 copies · %4").arg(shown->total()).arg(shown->spoiled).arg(copies).arg(words::dong(fees));
    if (const int off = shown->writtenOff.value_or(0); off > 0)
        totals += QStringLiteral(" · ") + tr("%1 written off").arg(off);
    m_totals->setText(totals);
}

void BooksPlace::showActs() {
    const domain::Volume* shown = volume();
    const domain::BookEntry* row = entry();
    const bool open = shown && !shown->closed;
    m_numbers->setVisible(shown && shown->isUnits());
    m_open->setVisible(row && !row->volume.isNull());
    m_look->setVisible(shown);
    m_save->setVisible(shown);
    m_print->setVisible(shown);
    m_spoil->setVisible(open && row);
    m_spoil->setEnabled(row && row->spoiledReason.isEmpty());
    m_close->setVisible(open && m_desk.isOwn(*shown) && m_counter.desk().may(domain::Role::Supervisor));
    m_close->setLabel(shown && m_desk.daysUntilClosing(*shown) > 0 ? tr("Close early") : tr("Close the year"));
    m_look->setLabel(m_stack->currentWidget() == m_preview ? tr("Rows") : tr("Preview"));
}

void BooksPlace::saveBook() {
    if (!volume())
        return;
    banner()->clear();
    QString name = volume()->label();
    name.replace(QRegularExpression(QStringLiteral("[^\\w-]+")), QStringLiteral("-"));
    auto* dialog = new QFileDialog(this, tr("Save the book as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QStringLiteral("PDF (*.pdf)"));
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, id = volume()->id](const QString& path) { told(m_counter.printing().saveBookAsPdf(id, path), tr("Saved: %1").arg(path), m_table); });
    dialog->open();
}

void BooksPlace::togglePreview() {
    const domain::Volume* shown = volume();
    if (!shown)
        return;
    if (m_stack->currentWidget() == m_preview) {
        m_paper->clear();
        m_stack->setCurrentWidget(m_model->rowCount() == 0 ? static_cast<QWidget*>(m_empty) : m_table);
        m_table->setFocus();
    } else {
        m_stack->setCurrentWidget(m_preview);
        m_paper->show(shown->id, month());
    }
    showActs();
}

/// "Ghi sai tên bản chính", in the words of the book's column.
QString BooksPlace::subjectIsWrong() const {
    for (const domain::BookColumn& column : columnsOf(*volume()))
        if (column.value == QLatin1String("subject")) {
            const QString label = column.label.isEmpty() ? column.title : words::inLanguage(column.label);
            return tr("Wrong %1").arg(label.left(1).toLower() + label.mid(1));
        }
    return tr("Wrong entry");
}

void BooksPlace::askSpoiling() {
    banner()->clear();
    m_confirm->hide();
    const auto here =
        m_desk.dossierHere(volume()->id, entry()->number).and_then([this](domain::DossierId id) { return m_counter.runner().dossier(id); });
    if (!here) {
        banner()->show(here.error());
        return;
    }
    m_spoiling->ask(QStringLiteral("spoil/%1/%2").arg(volume()->id.toString()).arg(entry()->number),
        tr("Spoil number %1: why? The number stays in the book, struck through.").arg(entry()->numberLabel), tr("Spoil the number"),
        {{tr("Sheet spoilt in printing"), Spoilt::Sheet}, {tr("Sheet torn or stained"), Spoilt::Sheet}, {subjectIsWrong(), Spoilt::Row},
            {tr("Wrong number of copies"), Spoilt::Row}, {tr("Registered for the wrong person"), Spoilt::Row}},
        here->state == domain::State::HandedOver);
}

void BooksPlace::spoil(const QString& reason, bool again) {
    const domain::Volume* shown = volume();
    const domain::BookEntry* row = entry();
    if (!shown || !row)
        return;
    if (told(m_desk.holdSpoil(shown->id, row->number, reason, again), QString(), m_table))
        m_spoiling->settle();
}

void BooksPlace::askClosing() {
    const domain::Volume* shown = volume();
    if (!shown)
        return;
    banner()->clear();
    m_spoiling->hide();
    int copies = 0;
    qint64 fees = 0;
    for (const domain::BookEntry& each : m_model->entries())
        if (each.spoiledReason.isEmpty()) {
            copies += each.copies;
            fees += each.fee;
        }
    std::vector<Fact> facts{
        {tr("Numbers taken"),
            shown->total() > 0 ? tr("%1 (from %2 to %3)").arg(shown->total()).arg(shown->firstNumber).arg(shown->lastNumber) : QString::number(0)},
        {tr("Spoiled among them"), QString::number(shown->spoiled)}, {tr("Copies"), QString::number(copies)}, {tr("Fees"), words::dong(fees)},
        {tr("Confirmed by"), m_counter.desk().account().name}};
    QString warning = tr("A closed volume takes no more numbers. It can be taken back for 10 seconds.");
    const int days = m_desk.daysUntilClosing(*shown);
    if (days > 0) {
        facts.push_back({tr("Days left in %1").arg(shown->year), QString::number(days), Tone::Warning});
        if (shown->isUnits())
            warning = tr("The unit's desks then give no numbers of this book until the province opens another volume.") + QLatin1Char(' ') + warning;
        else if (isLastHere(*shown))
            warning = tr("This desk then gives no numbers of this book until the province grants it another volume.") + QLatin1Char(' ') + warning;
    }
    m_confirm->ask(
        days > 0 ? tr("Close volume %1 before the end of the year?").arg(shown->label()) : tr("Close volume %1 for the year?").arg(shown->label()),
        warning, facts, days > 0 ? tr("Close the volume early") : tr("Close the volume"),
        days > 0 ? tr("Why before 31 December? It is printed beside the closing.") : QString());
}

/// This desk has no other open volume of the book in its year.
bool BooksPlace::isLastHere(const domain::Volume& volume) const {
    return std::none_of(m_volumes.begin(), m_volumes.end(), [&](const domain::Volume& each) {
        return each.id != volume.id && m_desk.isOwn(each) && each.symbol == volume.symbol && each.year == volume.year && !each.closed;
    });
}

void BooksPlace::toggleKeeper() {
    const domain::Volume* shown = volume();
    if (!shown || !shown->isUnits() || !m_keeper->isHidden()) {
        m_keeper->hide();
        m_table->setFocus();
        return;
    }
    banner()->clear();
    m_spoiling->hide();
    m_confirm->hide();
    m_keeper->open(shown->symbol, bookName(*shown));
}

void BooksPlace::closeYear(const QString& reason) {
    const domain::Volume* shown = volume();
    if (!shown)
        return;
    told(m_desk.holdClosing(shown->id, reason), QString(), m_table);
}

void BooksPlace::openDossierOfEntry() {
    if (!volume() || !entry() || entry()->volume.isNull())
        return;
    if (const auto dossier = m_desk.dossierOf(volume()->id, entry()->number); dossier)
        emit dossierRequested(*dossier);
    else
        banner()->show(dossier.error());
}

const domain::Volume* BooksPlace::volume() const {
    const int index = m_choice->currentIndex();
    return index < 0 || index >= static_cast<int>(m_volumes.size()) ? nullptr : &m_volumes[static_cast<size_t>(index)];
}

const domain::BookEntry* BooksPlace::entry() const {
    const int row = m_table->currentIndex().row();
    return row < 0 || row >= m_model->rowCount() ? nullptr : &m_model->entries()[static_cast<size_t>(row)];
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
    return {{QStringLiteral("Enter"), tr("Open the dossier of the number")}};
}

void BooksPlace::retranslate() {
    setTitle(tr("Books"));
    m_choice->setAccessibleName(tr("Volume"));
    m_month->setAccessibleName(tr("What is printed"));
    m_table->setAccessibleName(tr("Register"));
    m_empty->setWords(tr("No number taken yet"), tr("A number is written here when a dossier that takes one is approved."));
    m_numbers->setLabel(tr("Numbers"));
    m_open->setLabel(tr("Open dossier"));
    m_spoil->setLabel(tr("Spoil"));
    m_save->setLabel(tr("PDF file"));
    m_print->setLabel(tr("Print (A4)"));
    fillVolumes();
    fillMonths();
    showSubtitle();
    showTotals();
    showActs();
}

}
