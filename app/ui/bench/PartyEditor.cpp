#include "app/ui/bench/PartyEditor.h"

#include "app/counter/PartyFill.h"
#include "app/domain/Limits.h"
#include "app/domain/PersonalId.h"
#include "app/domain/parties/PartyWords.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/DateField.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FoldingColumns.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace motcua::ui {

using domain::Party;
using domain::SigningWay;

namespace {

constexpr std::array ways{SigningWay::Signs, SigningWay::Fingerprint, SigningWay::Neither};
constexpr int lettersOfBox = 12;

/// In the order in which Tab walks them.
constexpr const char* order[] = {"name", "paper.kind", "paper.number", "paper.issued", "paper.issuer", "paper.expiry", "birthDate", "sex", "address",
    "standsFor", "title", "ground"};

}

PartyEditor::PartyEditor(QWidget* parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_birth(new DateField(this)), m_sex(new QComboBox(this)), m_how(new QComboBox(this)),
      m_cannotRead(new QCheckBox(this)), m_cannotHear(new QCheckBox(this)), m_manner(new QWidget(this)) {
    addText("name")->setMaxLength(domain::limits::longestName);
    addText("paper.number");
    addText("paper.issuer");
    addText("address");
    addText("standsFor");
    addText("title");
    addText("ground");
    addText("speaks");
    addDate("paper.issued", [](Party& party) -> QDate& { return party.paper.issued; });
    addDate("paper.expiry", [](Party& party) -> QDate& { return party.paper.expiry; })->setYears(domain::Years::Coming);
    m_birth->setYearEnough(true);
    add("birthDate", m_birth);
    add("sex", m_sex);
    add("paper.kind", m_kind);
    add("how", m_how);
    m_sex->addItem(QString(), QString());
    for (const QString& sex : {QStringLiteral("Nam"), QStringLiteral("Nữ")})
        m_sex->addItem(sex, sex);
    for (QComboBox* box : {m_kind, m_how}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(lettersOfBox);
    }
    for (const SigningWay way : ways)
        m_how->addItem(QString(), static_cast<int>(way));
    m_cannotRead->setObjectName(QStringLiteral("cannotRead"));
    m_cannotHear->setObjectName(QStringLiteral("cannotHear"));
    connect(m_birth, &DateField::committed, this, [this](QDate day) {
        changeTo([day](Party& party) {
            party.birthDate = day;
            party.bornIn = {};
        });
    });
    connect(m_birth, &DateField::bornInCommitted, this, [this](const domain::BornIn& born) {
        changeTo([&born](Party& party) {
            party.birthDate = {};
            party.bornIn = born;
        });
    });
    connect(m_sex, &QComboBox::activated, this, [this] { changeTo([this](Party& party) { party.sex = m_sex->currentData().toString(); }); });
    connect(m_kind, &QComboBox::activated, this, [this] { setPaperKind(m_kind->currentText()); });
    connect(m_how, &QComboBox::activated, this,
        [this] { changeTo([this](Party& party) { party.how = static_cast<SigningWay>(m_how->currentData().toInt()); }); });
    connect(m_cannotRead, &QCheckBox::clicked, this,
        [this](bool cannot) { changeTo([cannot](Party& party) { party.reads = cannot ? std::optional(false) : std::nullopt; }); });
    connect(m_cannotHear, &QCheckBox::clicked, this,
        [this](bool cannot) { changeTo([cannot](Party& party) { party.hears = cannot ? std::optional(false) : std::nullopt; }); });
    layOut();
    retranslate();
}

Field* PartyEditor::add(const char* name, QWidget* editor) {
    editor->setObjectName(QStringLiteral("party.") + QLatin1String(name));
    auto* field = new Field(QString(), editor, this);
    m_fields.insert(QLatin1String(name), field);
    return field;
}

TextEdit* PartyEditor::addText(const char* name) {
    auto* edit = new TextEdit(this);
    const QString field = QLatin1String(name);
    add(name, edit);
    m_texts.push_back({edit, field});
    connect(edit, &TextEdit::committed, this,
        [this, field](const QString& value) { changeTo([&](Party& party) { *counter::partyText(party, field) = value; }); });
    connect(edit, &QLineEdit::textEdited, this, [this, field](const QString& words) { emit typing(field, words); });
    connect(edit, &QLineEdit::editingFinished, this, [this, field] { emit typing(field, {}); });
    return edit;
}

DateField* PartyEditor::addDate(const char* name, QDate& (*of)(Party& party)) {
    auto* edit = new DateField(this);
    add(name, edit);
    m_days.push_back({edit, of});
    connect(edit, &DateField::committed, this, [this, of](QDate day) { changeTo([&](Party& party) { of(party) = day; }); });
    return edit;
}

void PartyEditor::layOut() {
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.space(2));
    const auto addRow = [&](std::initializer_list<std::pair<const char*, int>> parts) {
        auto* row = new FoldingColumns;
        for (const auto& [name, stretch] : parts)
            row->addWidget(field(name), stretch);
        column->addLayout(row);
    };
    addRow({{"name", 4}, {"paper.kind", 3}, {"paper.number", 3}});
    addRow({{"paper.issued", 2}, {"paper.issuer", 4}, {"paper.expiry", 2}});
    addRow({{"birthDate", 2}, {"sex", 1}, {"address", 5}});
    addRow({{"standsFor", 3}, {"title", 2}, {"ground", 3}});
    auto* manner = new FoldingColumns(m_manner);
    manner->setContentsMargins({});
    manner->setSpacing(metrics.space(3));
    manner->addWidget(field("how"), 2);
    manner->addWidget(field("speaks"), 2);
    manner->addWidget(m_cannotRead, 1);
    manner->addWidget(m_cannotHear, 1);
    column->addWidget(m_manner);
    QWidget* before = nullptr;
    for (const char* name : order) {
        QWidget* editor = field(name)->editor();
        if (before)
            setTabOrder(before, editor);
        before = editor;
    }
    for (QWidget* editor :
        {static_cast<QWidget*>(m_how), field("speaks")->editor(), static_cast<QWidget*>(m_cannotRead), static_cast<QWidget*>(m_cannotHear)}) {
        setTabOrder(before, editor);
        before = editor;
    }
}

void PartyEditor::setPapers(const std::vector<domain::IdentityPaperKind>& papers) {
    m_papers = papers;
    const QSignalBlocker quiet(m_kind);
    m_kind->clear();
    m_kind->addItem(QString());
    for (const domain::IdentityPaperKind& paper : papers)
        m_kind->addItem(paper.words);
}

void PartyEditor::changeTo(const std::function<void(Party& party)>& change) {
    const QString typedNumber = m_party.paper.number;
    change(m_party);
    const auto kind =
        std::find_if(m_papers.begin(), m_papers.end(), [this](const domain::IdentityPaperKind& each) { return each.words == m_party.paper.kind; });
    const bool isPersonal = kind != m_papers.end() && kind->personal;
    m_party.paper.number = m_party.paper.number.toUpper().remove(QLatin1Char(' '));
    if (isPersonal)
        m_party.personalId = m_party.paper.number.size() == domain::personalIdDigits ? m_party.paper.number : QString();
    else if (typedNumber != m_party.paper.number && m_party.personalId == typedNumber)
        m_party.personalId.clear();
    mendIssuer();
    m_party.origins = {};
    emit committed(m_party);
}

void PartyEditor::setPaperKind(const QString& kind) {
    changeTo([&](Party& party) {
        party.paper.kind = kind;
        party.paper.issuer.clear();
    });
}

/// What the list says, where nobody said otherwise.
void PartyEditor::mendIssuer() {
    if (m_party.paper.issuer.isEmpty())
        m_party.paper.issuer = domain::issuerOn(m_papers, m_party.paper.kind, m_party.paper.issued);
}

void PartyEditor::show(const Party& party, const domain::PartyRole& role) {
    m_party = party;
    for (const Text& text : m_texts)
        if (!text.edit->hasFocus())
            text.edit->setValue(*counter::partyText(m_party, text.name));
    for (const Day& day : m_days)
        if (!day.edit->hasFocus())
            day.edit->setDate(day.of(m_party));
    if (!m_birth->hasFocus()) {
        if (party.bornIn.isNull())
            m_birth->setDate(party.birthDate);
        else
            m_birth->setBornIn(party.bornIn);
    }
    m_sex->setCurrentIndex(std::max(0, m_sex->findData(party.sex)));
    m_kind->setCurrentIndex(std::max(0, m_kind->findText(party.paper.kind)));
    m_how->setCurrentIndex(m_how->findData(static_cast<int>(party.how)));
    m_cannotRead->setChecked(!party.canRead());
    m_cannotHear->setChecked(!party.canHear());
    m_manner->setVisible(role.signs);
    const auto asks = [&](const char* what) { return role.asks.contains(QLatin1String(what)); };
    for (const char* name : {"paper.kind", "paper.number"})
        field(name)->setRequired(asks("paper"));
    field("name")->setRequired(true);
    field("birthDate")->setRequired(asks("birth"));
    field("address")->setRequired(asks("address"));
    field("sex")->setRequired(asks("sex"));
    for (const char* name : {"standsFor", "title", "ground"})
        field(name)->setVisible(asks(name));
}

void PartyEditor::showFaults(const std::vector<base::Error>& faults) {
    for (Field* each : std::as_const(m_fields))
        each->clearMessage();
    for (const base::Error& fault : faults)
        if (Field* each = m_fields.value(fault.detail.value(QStringLiteral("field")))) {
            // What is merely not said yet needs no words beside a field that is marked as required.
            const auto* text = qobject_cast<QLineEdit*>(each->editor());
            if (text && text->text().isEmpty())
                continue;
            const ErrorWords words = errorWords(fault);
            each->setMessage(words.what + QLatin1Char(' ') + words.next);
        }
}

void PartyEditor::begin(const std::vector<base::Error>& faults) {
    QWidget* first = field("name")->editor();
    for (const char* name : order)
        for (const base::Error& fault : faults)
            if (fault.detail.value(QStringLiteral("field")) == QLatin1String(name)) {
                field(name)->editor()->setFocus(Qt::OtherFocusReason);
                return;
            }
    first->setFocus(Qt::OtherFocusReason);
}

void PartyEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PartyEditor::retranslate() {
    const std::pair<const char*, QString> labels[] = {{"name", tr("Full name")}, {"paper.kind", tr("Identity paper")},
        {"paper.number", tr("Its number")}, {"paper.issued", tr("Issued on")}, {"paper.issuer", tr("Issued by")}, {"paper.expiry", tr("Good until")},
        {"birthDate", tr("Date of birth")}, {"sex", tr("Sex")}, {"address", tr("Address")}, {"standsFor", tr("Stands for")}, {"title", tr("As")},
        {"ground", tr("On what ground")}, {"how", tr("Signs or not")}, {"speaks", tr("Language, if no Vietnamese")}};
    for (const auto& [name, label] : labels)
        field(name)->setLabel(label);
    m_cannotRead->setText(tr("Cannot read"));
    m_cannotHear->setText(tr("Cannot hear"));
    const QString names[] = {tr("Signs"), tr("Fingerprint"), tr("Can do neither")};
    for (int row = 0; row < m_how->count(); ++row)
        m_how->setItemText(row, names[row]);
    m_sex->setItemText(1, tr("Male"));
    m_sex->setItemText(2, tr("Female"));
}

}
