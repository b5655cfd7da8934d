#include "app/counter/CorrectedFields.h"

#include "app/domain/Events.h"
#include "app/domain/jobs/JobKind.h"

namespace motcua::counter {

namespace {

template <class Part>
bool differs(const Part& one, const Part& other) {
    return base::toJson(one) != base::toJson(other);
}

bool differs(const std::vector<domain::Paper>& one, const std::vector<domain::Paper>& other) {
    return !std::equal(one.begin(), one.end(), other.begin(), other.end(),
        [](const domain::Paper& a, const domain::Paper& b) { return base::toJson(a) == base::toJson(b); });
}

/// Keeps the names of what differs.
class Names {
public:
    void add(const QString& name, bool isDifferent) {
        if (isDifferent && !m_names.contains(name))
            m_names << name;
    }
    QStringList all() const { return m_names; }

private:
    QStringList m_names;
};

void addApplicant(Names& names, const domain::Applicant& was, const domain::Applicant& is) {
    names.add(QStringLiteral("tên người nộp hồ sơ"), was.name != is.name || was.kind != is.kind);
    names.add(QStringLiteral("số định danh"), was.personalId != is.personalId);
    names.add(QStringLiteral("ngày sinh"), was.birth() != is.birth());
    names.add(QStringLiteral("địa chỉ"), was.address != is.address);
    names.add(QStringLiteral("số điện thoại"), was.phone != is.phone);
    names.add(QStringLiteral("email"), was.email != is.email);
    names.add(QStringLiteral("hộ chiếu"), differs(was.passport, is.passport));
    names.add(QStringLiteral("mã số thuế"), was.body.taxCode != is.body.taxCode);
    names.add(QStringLiteral("người đại diện"), was.body.representative != is.body.representative ||
                                                    was.body.representativeTitle != is.body.representativeTitle ||
                                                    was.body.representativeId != is.body.representativeId);
    names.add(QStringLiteral("người nộp thay"), differs(was.proxy, is.proxy));
    names.add(QStringLiteral("giấy tờ tùy thân"), was.formerId != is.formerId || was.sex != is.sex || was.cardIssued != is.cardIssued);
}

/// In a sentence: "số bản".
QString inSentence(QString label) {
    if (!label.isEmpty())
        label[0] = label.at(0).toLower();
    return label;
}

void addFacts(Names& names, const QJsonObject& was, const QJsonObject& is, const domain::JobKind* kind) {
    if (!kind)
        return names.add(QStringLiteral("nội dung yêu cầu"), was != is);
    for (const domain::FactRow& row : kind->layout.rows)
        for (const domain::FactCell& cell : row.cells)
            names.add(inSentence(domain::wordsIn(cell.label, QStringLiteral("vi"))), was.value(cell.fact) != is.value(cell.fact));
}

}

QStringList correctedFields(const domain::DossierCorrected& corrected, const domain::JobKind* kind) {
    const domain::Correctable& was = corrected.before;
    const domain::Correctable& is = corrected.after;
    Names names;
    addApplicant(names, was.applicant, is.applicant);
    addFacts(names, was.facts, is.facts, kind);
    names.add(QStringLiteral("thành phần hồ sơ"), differs(was.papers, is.papers));
    names.add(QStringLiteral("phí, lệ phí"), domain::totalOf(was.fees) != domain::totalOf(is.fees));
    names.add(QStringLiteral("các bên"), base::toJsonValue(was.parties) != base::toJsonValue(is.parties));
    names.add(QStringLiteral("thời gian trả kết quả"), was.due != is.due || was.dueGround != is.dueGround || was.extension != is.extension);
    return names.all();
}

}
