#include "app/ui/intake/FactCard.h"

#include "app/counter/IntakeForm.h"
#include "app/ui/intake/FactEditor.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FoldingColumns.h"

#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua::ui {

namespace {

/// A kind that asks nothing has no heading for its card.
QString headingOf(const domain::JobKind& job) {
    return words::inLanguage(job.layout.heading.isEmpty() ? job.name : job.layout.heading);
}

}

FactCard::FactCard(counter::IntakeForm& form, QWidget* parent)
    : Card(parent), m_form(form), m_kinds(new QComboBox(this)), m_kindField(new Field(QString(), m_kinds, this)) {
    m_kinds->setObjectName(QStringLiteral("job-kind"));
    body()->addWidget(m_kindField);
    connect(m_kinds, &QComboBox::activated, this, [this](int index) { m_form.setJobKind(m_kinds->itemData(index).toString()); });
    connect(&form, &counter::IntakeForm::changed, this, &FactCard::refresh);
    retranslate();
}

bool FactCard::isNeeded() const {
    const domain::JobKind* job = m_form.job();
    return job && (!job->layout.rows.empty() || m_form.jobKinds().size() > 1);
}

void FactCard::setKindChosenElsewhere() {
    m_kindChosenElsewhere = true;
    refresh();
}

void FactCard::begin() {
    QWidget* first = nullptr;
    const QStringList gaps = m_form.gaps();
    if (!m_kindField->isHidden() && m_form.content().jobKind.isEmpty())
        first = m_kinds;
    for (const FactEditor* editor : m_editors)
        if (!first && gaps.contains(editor->name()))
            first = editor->field()->editor();
    for (const FactEditor* editor : m_editors)
        if (!first && !editor->field()->isHidden())
            first = editor->field()->editor();
    if (!first)
        first = m_kinds;
    first->setFocus(Qt::OtherFocusReason);
}

void FactCard::beginFact(const QString& fact) {
    for (const FactEditor* editor : m_editors)
        if (editor->fact() == fact)
            editor->field()->editor()->setFocus(Qt::ShortcutFocusReason);
}

void FactCard::refresh() {
    const domain::JobKind* job = m_form.job();
    const QString wanted = job ? job->kind + QLatin1Char('/') + job->version : QString();
    if (wanted != m_built) {
        m_built = wanted;
        build();
    }
    fillKinds();
    for (FactEditor* editor : m_editors) {
        editor->field()->setVisible(job && domain::isShown(job->layout, editor->fact(), m_form.content().facts));
        editor->refresh();
    }
    for (const FactEditor* editor : m_editors)
        if (QWidget* group = editor->field()->parentWidget(); group != m_rows)
            group->setVisible(std::any_of(m_editors.begin(), m_editors.end(),
                [group](const FactEditor* each) { return each->field()->parentWidget() == group && !each->field()->isHidden(); }));
}

void FactCard::build() {
    m_editors.clear();
    if (m_rows) {
        // Later: what is said by one of its editors may have led here.
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(this);
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins({});
    column->setSpacing(theme().metrics().space(3));
    body()->addWidget(m_rows);
    const domain::JobKind* job = m_form.job();
    if (!job)
        return;
    setHeading(headingOf(*job));
    for (const domain::FactRow& row : job->layout.rows)
        column->addLayout(buildRow(row, domain::fieldsOf(*job)));
    m_rows->show();
    // They come after the cards that stand below.
    QWidget* before = m_kinds;
    for (const FactEditor* editor : m_editors) {
        setTabOrder(before, editor->field()->editor());
        before = editor->field()->editor();
    }
}

/// Cells that stay together when the row folds share a widget.
QLayout* FactCard::buildRow(const domain::FactRow& row, const std::vector<domain::FactField>& facts) {
    auto* columns = new FoldingColumns;
    QHBoxLayout* together = nullptr;
    int width = 0;
    for (const domain::FactCell& cell : row.cells) {
        const auto fact = std::find_if(facts.begin(), facts.end(), [&](const domain::FactField& field) { return field.name == cell.fact; });
        if (fact == facts.end())
            continue;
        if (!together && cell.withNext) {
            auto* group = new QWidget(m_rows);
            together = new QHBoxLayout(group);
            together->setContentsMargins({});
            together->setSpacing(theme().metrics().space(3));
            columns->addWidget(group);
            width = 0;
        }
        auto* editor = new FactEditor(cell, *fact, m_form, together ? together->parentWidget() : m_rows);
        m_editors.push_back(editor);
        if (!together) {
            columns->addWidget(editor->field(), cell.width);
            continue;
        }
        together->addWidget(editor->field(), cell.width);
        width += cell.width;
        columns->setStretch(columns->count() - 1, width);
        if (!cell.withNext)
            together = nullptr;
    }
    return columns;
}

void FactCard::fillKinds() {
    const auto kinds = m_form.jobKinds();
    m_kindField->setVisible(kinds.size() > 1 && !m_kindChosenElsewhere);
    const QSignalBlocker quiet(m_kinds);
    m_kinds->clear();
    for (const domain::JobKind* kind : kinds) {
        m_kinds->addItem(words::inLanguage(kind->name), kind->kind);
        if (kind == m_form.job())
            m_kinds->setCurrentIndex(m_kinds->count() - 1);
    }
}

void FactCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void FactCard::retranslate() {
    m_kindField->setLabel(tr("Kind of job"));
    if (const domain::JobKind* job = m_form.job())
        setHeading(headingOf(*job));
    for (FactEditor* editor : m_editors)
        editor->retranslate();
    refresh();
}

}
