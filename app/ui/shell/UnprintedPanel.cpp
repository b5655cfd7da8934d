#include "app/ui/shell/UnprintedPanel.h"

#include "app/ui/shell/PrintStrip.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/FlowLayout.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QFileDialog>
#include <QFrame>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace motcua::ui {

UnprintedPanel::UnprintedPanel(counter::Printing& printing, QWidget* parent)
    : Overlay(parent), m_printing(printing), m_heading(new TextLabel(TextRole::Section, panel())), m_list(new QListWidget(panel())),
      m_there(new ActionButton(ButtonKind::Primary, QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_O), panel())),
      m_notThere(new ActionButton(ButtonKind::Secondary, QStringLiteral("printer"), QKeySequence(Qt::CTRL | Qt::Key_N), panel())),
      m_again(new ActionButton(ButtonKind::Primary, QStringLiteral("printer"), QKeySequence(Qt::Key_Return), panel())),
      m_save(new ActionButton(ButtonKind::Secondary, QStringLiteral("download"), QKeySequence(Qt::CTRL | Qt::Key_S), panel())),
      m_drop(new ActionButton(ButtonKind::Quiet, QStringLiteral("trash-2"), QKeySequence(Qt::Key_Delete), panel())) {
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(panel());
    column->setContentsMargins(metrics.space(5), metrics.space(4), metrics.space(5), metrics.space(4));
    column->setSpacing(metrics.space(3));
    m_list->setObjectName(QStringLiteral("unprintedList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* acts = new FlowLayout(Qt::AlignRight);
    acts->setSpacing(metrics.space(2));
    for (ActionButton* button : {m_drop, m_save, m_notThere, m_there, m_again}) {
        acts->addWidget(button);
    }
    column->addWidget(m_heading);
    column->addWidget(m_list, 1);
    column->addLayout(acts);
    connect(m_list, &QListWidget::currentRowChanged, this, &UnprintedPanel::showActs);
    connect(m_there, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_notThere, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_again, &QPushButton::clicked, this, &UnprintedPanel::printAgain);
    connect(m_save, &QPushButton::clicked, this, &UnprintedPanel::askWhere);
    connect(m_drop, &QPushButton::clicked, this, &UnprintedPanel::drop);
    connect(&m_printing, &counter::Printing::unprintedChanged, this, &UnprintedPanel::refresh);
    retranslate();
}

void UnprintedPanel::open() {
    Overlay::open();
    m_shown.clear();
    refresh();
    m_list->setFocus();
}

QRect UnprintedPanel::panelArea() const {
    const Metrics& metrics = theme().metrics();
    const int width = qMin(metrics.px(760), this->width() - metrics.space(12));
    const int height = qMin(metrics.px(420), this->height() - metrics.space(12));
    return {(this->width() - width) / 2, (this->height() - height) / 2, width, height};
}

/// The paper that was chosen stays so. Where it left by itself none is chosen: a key that was meant for it is not another one's.
void UnprintedPanel::refresh() {
    if (!isOpen())
        return;
    const int row = m_list->currentRow();
    const auto before = row < 0 || row >= static_cast<int>(m_shown.size()) ? std::nullopt : std::optional(m_shown[static_cast<size_t>(row)]);
    const auto& all = m_printing.unprinted();
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const counter::UnprintedPaper& each) { return before && each.paper.isSameAs(*before); });
    const bool isNew = m_shown.empty();
    m_list->clear();
    m_shown.clear();
    for (const counter::UnprintedPaper& paper : all) {
        m_list->addItem(PrintStrip::nameOf(m_printing, paper) + QLatin1Char('\n') + why(paper));
        m_shown.push_back(paper.paper);
    }
    if (same != all.end())
        m_list->setCurrentRow(static_cast<int>(same - all.begin()));
    else
        m_list->setCurrentRow(isNew || m_isActing ? qBound(0, row, m_list->count() - 1) : -1);
    showActs();
    if (m_list->count() == 0)
        close();
}

/// Of what is asked about the row asks, and says which keys answer.
QString UnprintedPanel::why(const counter::UnprintedPaper& paper) const {
    return paper.isAsked() ? errorWords(paper.error).what + QLatin1Char(' ') +
                                 tr("Does it lie at the printer? Ctrl+O: it is there; Ctrl+N: it is not, and is printed.")
                           : errorLine(paper.error);
}

const counter::UnprintedPaper* UnprintedPanel::chosen() const {
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_shown.size()))
        return nullptr;
    const auto& all = m_printing.unprinted();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const counter::UnprintedPaper& each) { return each.paper.isSameAs(m_shown[static_cast<size_t>(row)]); });
    return found == all.end() ? nullptr : &*found;
}

void UnprintedPanel::showActs() {
    const counter::UnprintedPaper* paper = chosen();
    const bool isAsked = paper && paper->isAsked();
    m_there->setVisible(isAsked);
    m_notThere->setVisible(isAsked);
    m_again->setVisible(!isAsked);
    for (ActionButton* button : {m_again, m_save, m_drop})
        button->setEnabled(paper);
}

void UnprintedPanel::answer(bool isThere) {
    const counter::UnprintedPaper* paper = chosen();
    if (!paper || !paper->isAsked())
        return;
    const QScopedValueRollback acting(m_isActing, true);
    if (const auto said = PrintStrip::answer(m_printing, *paper, isThere))
        emit noticed(*said);
}

void UnprintedPanel::printAgain() {
    const QScopedValueRollback acting(m_isActing, true);
    if (const counter::UnprintedPaper* paper = chosen(); paper && !paper->isAsked())
        m_printing.printAgain(counter::UnprintedPaper(*paper));
}

void UnprintedPanel::drop() {
    const QScopedValueRollback acting(m_isActing, true);
    if (const counter::UnprintedPaper* paper = chosen())
        m_printing.drop(counter::UnprintedPaper(*paper));
}

void UnprintedPanel::askWhere() {
    const counter::UnprintedPaper* paper = chosen();
    if (!paper)
        return;
    auto* dialog = new QFileDialog(this, tr("Save the paper as a PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->selectFile(QString(paper->paper.name).replace(QLatin1Char('/'), QLatin1Char('_')) + QLatin1Char('-') + paper->paper.form);
    connect(dialog, &QFileDialog::fileSelected, this, [this, what = *paper](const QString& path) {
        const QScopedValueRollback acting(m_isActing, true);
        m_printing.saveAsPdf(what, path);
    });
    dialog->open();
}

void UnprintedPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Overlay::changeEvent(event);
}

void UnprintedPanel::retranslate() {
    m_heading->setText(tr("What did not come out of the printer"));
    m_list->setAccessibleName(m_heading->text());
    m_there->setLabel(tr("It is there"));
    m_notThere->setLabel(tr("Not there: print it"));
    m_again->setLabel(tr("Print again"));
    m_save->setLabel(tr("Save as PDF"));
    m_drop->setLabel(tr("Not needed"));
    refresh();
}

}
